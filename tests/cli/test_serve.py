"""`taskmap serve`: what is wrong in its file is told in words, and nothing is begun."""


def test_all_that_is_wrong_is_told_at_once_in_the_readers_language(taskmap, tmp_path):
    file = tmp_path / "taskmap.toml"
    file.write_text('documnts = "x"\n[server]\naddress = "0.0.0.0"\nport = 0\n')
    told = {lang: taskmap("serve", "--config", file, "--lang", lang) for lang in ("nb", "sv", "en")}
    assert {said.status for said in told.values()} == {1}
    assert len(told["nb"].err.splitlines()) == 4
    assert "Mente du «documents»?" in told["nb"].err
    assert "uten innlogging: 0.0.0.0" in told["nb"].err
    assert "utan inloggning: 0.0.0.0" in told["sv"].err
    assert "whole number from 1 to" in told["en"].err


def test_a_file_that_is_not_there_is_told(taskmap, tmp_path):
    said = taskmap("serve", "--config", tmp_path / "none.toml", "--lang", "nb")
    assert said.status == 1
    assert "none.toml" in said.err
