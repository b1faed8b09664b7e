"""Speed and memory of claimcheck beside other tools, on generated text: `python -m benchmarks`."""
