"""What a Validation Forum reads: a summary of an audit, in which every figure leads back to its records."""
