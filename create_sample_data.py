#!/usr/bin/env python
"""Load the sample data: `python create_sample_data.py`. Loading it again duplicates nothing."""

from src.cli.sample_data import sample_data

if __name__ == "__main__":
    sample_data()
