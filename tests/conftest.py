"""Its place makes the modules beside it, such as `kept`, importable from tests in folders."""
