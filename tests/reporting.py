"""What a run of the tests says besides passed or failed: what was measured, and that nothing was skipped."""

NOT_AT_HAND = "the source documents are not at hand"  # they stand beside the project, not in it


def pytest_addoption(parser):
    parser.addoption("--write-trees", action="store_true", help="write anew what tests/browser/trees holds")
    parser.addoption("--write-guide", action="store_true", help="write anew the outputs in docs/editing.md")
    parser.addoption("--no-skips", action="store_true", help="fail where a browser or a program is missing")


def pytest_terminal_summary(terminalreporter):
    """Print what tests measured: `record_property("measured", …)`."""
    reports = (report for several in terminalreporter.stats.values() for report in several)
    told = [
        pair[1] for each in reports for pair in getattr(each, "user_properties", ()) if pair[0] == "measured"
    ]
    for line in sorted(set(told)):
        terminalreporter.write_line(line)


def pytest_sessionfinish(session):
    """Let the run fail for what was skipped, where that was asked for."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if not session.config.getoption("--no-skips") or hasattr(session.config, "workerinput"):
        return
    skipped = [each for each in reporter.stats.get("skipped", ()) if NOT_AT_HAND not in str(each.longrepr)]
    if skipped:
        reporter.write_line(f"{len(skipped)} tests were skipped, and none may be.", red=True)
        session.exitstatus = 1
