"""The configuration file, and the options that say otherwise."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any, cast

import pytest
from attrs import evolve
from pytest import CaptureFixture, MonkeyPatch

from claimcheck import ConfigError, Report, Settings
from claimcheck.cli import main
from claimcheck.config import Configuration, find_configuration, read_configuration

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: MonkeyPatch) -> Write:
    """Write a file into the working directory."""
    monkeypatch.chdir(tmp_path)

    def write_file(text: str, name: str = "claimcheck.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return path

    return write_file


def test_keys_are_the_settings(write: Write) -> None:
    path = write('dollar = "USD"\nbound-ratio = 1.4\nhedge = "0.05"\nfiscal-year-start = 4\ndate-order = "dmy"\n')
    expected = Settings(
        dollar="USD", bound_ratio=Decimal("1.4"), hedge=Decimal("0.05"), fiscal_year_start=4, date_order="dmy"
    )
    assert read_configuration(path).settings == expected


def test_an_empty_file_is_the_defaults(write: Write) -> None:
    assert read_configuration(write("")).settings == Settings()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dolar = 3", "unknown key 'dolar'; did you mean 'dollar'?"),
        ("bound_ratio = 3", "unknown key 'bound_ratio'; did you mean 'bound-ratio'?"),
        ("xyzzy = 3", "known are dollar, "),
        ("dollar = 3", 'dollar must be a currency code such as "USD", not 3'),
        ('fiscal-year-start = "April"', "fiscal-year-start must be a whole number"),
        ("fiscal-year-start = true", "whole number"),
        ('date-order = "mixed"', "date-order must be one of dmy, mdy, ymd"),
        ("hedge = -1", "hedge must be a number from 0 to 1, not -1"),
        ("hedge = nan", "hedge must be a number"),
        ('min-severity = "grave"', "min-severity must be one of error, warning, note"),
        ('select = "value"', "select must be a list of strings"),
        ('[severity]\nunsupported = "error"', "'unsupported' is neither a rule nor a verdict"),
        ('ignore = ["valu"]', "'valu' is neither a rule nor a verdict; did you mean 'value'?"),
        ("dollar = ", "claimcheck.toml: "),
        ('dollar = "usd"', "dollar must be a currency code"),
        ("fiscal-year-start = 13", "from 1 to 12"),
        ("bound-ratio = 0.5", "bound-ratio must be a number of at least 1"),
        ("rounding = 2", "rounding must be a number from 0 to 1"),
        ("language = 3", "language must be a string"),
        ('severity = "error"', "severity must be a table, [severity]"),
        ('[severity]\nvalu = "note"', "severity: 'valu' is neither a rule nor a verdict; did you mean 'value'?"),
        ('[severity]\nvalue = "grave"', "severity.value must be one of error, warning, note"),
        ('[publishers]\nTarn = "Post"', "publishers.Tarn must be a list of strings"),
        ("aliases = [3]", "aliases must be a list of strings"),
    ],
)
def test_a_wrong_file_names_the_key_and_the_way_out(text: str, words: str, write: Write) -> None:
    with pytest.raises(ConfigError) as caught:
        read_configuration(write(text))
    assert words in str(caught.value)


def test_the_nearest_file_governs(write: Write, tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    project = write("[tool.claimcheck]\nhedge = 0.2\n", "pyproject.toml")
    assert find_configuration(inner) == project
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", "utf-8")
    assert find_configuration(inner) == project
    own = tmp_path / "a" / "claimcheck.toml"
    own.write_text("", "utf-8")
    assert find_configuration(inner) == own


@pytest.mark.parametrize(
    ("configuration", "kept"),
    [
        (Configuration(), 1),
        (Configuration(select=("value",)), 1),
        (Configuration(select=("date",)), 0),
        (Configuration(select=("discrepancy",)), 1),
        (Configuration(ignore=("discrepancy",)), 0),
        (Configuration(select=("value",), ignore=("update",)), 1),
        (Configuration(min_severity="error"), 0),
    ],
)
def test_only_what_is_asked_for_is_reported(configuration: Configuration, kept: int, report: Report) -> None:
    assert len(configuration.applied(report).conflicts) == kept


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ([], ("1 contradiction", "1 unsupported")),
        (["--ignore", "unsupported"], ("1 contradiction", "0 unsupported")),
        (["--ignore", "value"], ("no conflict", "1 unsupported")),
        (["--select", "unsupported"], ("no conflict", "1 unsupported")),
        (["--select", "value"], ("1 contradiction", "0 unsupported")),
        (["--min-severity", "note"], ("1 contradiction", "1 unsupported")),
        (["--min-severity", "warning"], ("1 contradiction", "0 unsupported")),
    ],
)
def test_what_is_unsupported_can_be_left_out(
    options: list[str], told: tuple[str, str], write: Write, capsys: CaptureFixture[str]
) -> None:
    write("The fire at the Dorn mill killed 12 people.", "source.txt")
    write("The fire at the Dorn mill killed 17 people. Three bridges are closed.", "draft.txt")
    assert main(["verify", "draft.txt", "--source", "source.txt", *options]) == ("no" not in told[0])
    shown = capsys.readouterr().out
    assert shown.endswith(f"Found {', '.join(told)}.\n")
    assert ("note[unsupported]" in shown) == (told[1] == "1 unsupported")


def test_options_say_otherwise(write: Write) -> None:
    configuration = read_configuration(write('ignore = ["update"]\nmin-severity = "warning"\n'))
    chosen = configuration.with_options(min_severity="error", select="value, date", ignore="")
    assert (chosen.min_severity, chosen.select, chosen.ignore) == ("error", ("value", "date"), ())


def test_what_is_shown_can_be_read_again(write: Write, capsys: CaptureFixture[str]) -> None:
    write('dollar = "CAD"\nselect = ["value"]\n')
    assert main(["config", "show"]) == 0
    shown = capsys.readouterr().out
    assert "# fiscal-year-start is not set" in shown
    again = read_configuration(write(shown, "again.toml"))
    assert (again.settings.dollar, again.select) == ("CAD", ("value",))


@pytest.mark.parametrize(
    ("text", "words"),
    [('language = "xx"', "no lexicon for the language 'xx'"), ('aliases = ["gone.toml"]', "gone.toml: cannot be read")],
)
def test_what_cannot_be_loaded_is_told(text: str, words: str, write: Write, capsys: CaptureFixture[str]) -> None:
    write(text)
    assert main(["config", "show"]) == 2
    shown, told = capsys.readouterr()
    assert text in shown
    assert words in told


@pytest.mark.parametrize(
    "command", [["check", "claimcheck.toml"], ["demo"], ["batch", "claimcheck.toml"], ["config", "show"]]
)
def test_a_wrong_file_is_status_2_for_every_command(
    command: list[str], write: Write, capsys: CaptureFixture[str]
) -> None:
    write("dolar = 3\n")
    assert main(command) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_named_file_must_exist(write: Write, capsys: CaptureFixture[str]) -> None:
    assert main(["demo", "--config", "nowhere.toml"]) == 2
    assert "nowhere.toml: no such file" in capsys.readouterr().err


def test_words_can_be_added(write: Write, capsys: CaptureFixture[str]) -> None:
    write('lexicons = ["words.toml"]\n')
    write("[no-such-file.x]\n", "words.toml")
    assert main(["demo", "-q"]) == 2
    assert "no such lexicon file" in capsys.readouterr().err


SENTENCE = "The fire at the Dorn mill on 3 May 2031 killed {} people."


@pytest.fixture
def papers(write: Write) -> None:
    """Three papers, two of one house, that say 12 and one that says 17."""
    for name, deaths in (("a.md", 12), ("b.md", 12), ("c.md", 17)):
        write(f"---\npublisher: {name[0].upper()} Post\n---\n{SENTENCE.format(deaths)}", name)


def conflicts(capsys: CaptureFixture[str], *options: str) -> list[dict[str, Any]]:
    main(["check", "a.md", "b.md", "c.md", "--format", "json", *options])
    return cast("list[dict[str, Any]]", json.loads(capsys.readouterr().out)["conflicts"])


@pytest.mark.usefixtures("papers")
def test_papers_of_one_group_are_one_voice(write: Write, capsys: CaptureFixture[str]) -> None:
    assert [item["voices"] for item in conflicts(capsys)] == [[2, 1]]
    write('[publishers]\n"Tarn Media" = ["a post", "B Post"]\n')
    assert [item["voices"] for item in conflicts(capsys)] == [[1, 1]]


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize("name", ["value", "contradiction"])
def test_a_rule_or_verdict_has_another_weight(name: str, write: Write, capsys: CaptureFixture[str]) -> None:
    write(f'[severity]\n{name} = "note"\n')
    assert [item["severity"] for item in conflicts(capsys)] == ["note"]
    assert conflicts(capsys, "--min-severity", "warning") == []


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize(
    ("options", "found"),
    [
        ([], 0),
        (["--no-config"], 1),
        (["--set", "rounding=0"], 1),
        (["--set", "rounding=0.5", "--no-config"], 0),
        (["--config", "other.toml"], 1),
    ],
)
def test_the_command_line_says_otherwise(
    options: list[str], found: int, write: Write, capsys: CaptureFixture[str]
) -> None:
    write("rounding = 0.5\n")
    write("", "other.toml")
    assert len(conflicts(capsys, *options)) == found


def test_each_setting_says_where_it_comes_from(write: Write, capsys: CaptureFixture[str]) -> None:
    path = write('dollar = "CAD"\nhedge = 0.2\n[publishers]\n"Tarn Media" = ["Post"]\n[severity]\nupdate = "note"\n')
    assert main(["config", "show", "--set", "hedge=0.3", "--set", "date-order=dmy"]) == 0
    shown = capsys.readouterr().out
    for line in (
        'dollar = "CAD"  # claimcheck.toml',
        "hedge = 0.3  # --set hedge=0.3",
        'date-order = "dmy"  # --set date-order=dmy',
        "bound-ratio = 1.5  # default",
        "[publishers]  # claimcheck.toml",
        '"Tarn Media" = ["Post"]',
    ):
        assert line in shown.splitlines()
    again = read_configuration(write(shown, "again.toml"))
    assert evolve(again, origins=()) == evolve(
        read_configuration(path).with_options(values=["hedge=0.3", "date-order=dmy"]), origins=()
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--set", "hedge"], "write it as KEY=VALUE"),
        (["--set", "hegde=1"], "did you mean 'hedge'?"),
        (["--set", "hedge=lots"], "--set hedge=lots: hedge must be a number"),
        (["--config", "x.toml", "--no-config"], "not allowed with"),
        (["--set", "language=xx"], "there is no lexicon for the language 'xx'"),
    ],
)
def test_a_wrong_option_is_told_in_a_line(
    options: list[str], words: str, write: Write, capsys: CaptureFixture[str]
) -> None:
    try:
        status = main(["demo", "-q", *options])
    except SystemExit as leave:
        status = int(leave.code or 0)
    assert status == 2
    error = capsys.readouterr().err
    assert words in error
    assert error.count("\n") == 1


def test_files_are_relative_to_the_configuration(write: Write, tmp_path: Path, capsys: CaptureFixture[str]) -> None:
    (tmp_path / "words").mkdir()
    write('[aliases.fleet]\nname = "Dorn Fleet"\ntype = "group"\nforms = ["Dornbank"]\n'
          'examples = { yes = ["Dornbank sank."] }\n', "words/names.toml")  # fmt: skip
    path = write('aliases = ["names.toml"]\n', "words/claimcheck.toml")
    write("Dornbank said on Monday that it lost 46 boats.", "b.txt")
    assert main(["extract", "b.txt", "--format", "json", "--config", str(path)]) == 0
    assert "Dorn Fleet" in capsys.readouterr().out
