"""How a council's export meets the fields of a record: one YAML file an export."""

from sbp.mapping.load import load_mapping
from sbp.mapping.mapping import AS_RECORDS, Answer, Mapping

__all__ = ["AS_RECORDS", "Answer", "Mapping", "load_mapping"]
