"""Settings of keys: what holds, and what is said of a mistake."""

import os

import pytest

from briefing.app.keys import Keys
from briefing.app.keys.config import PRESETS, Config, load_config
from briefing.app.keys.current import load_preset
from briefing.places import config_folder


def write(text):
    config_folder().mkdir(parents=True, exist_ok=True)
    path = config_folder() / "config.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def checked():
    keys = Keys(load_config())
    keys.check()
    return keys


def bound(**bindings):
    lines = "".join(f"    {name}: {keys}\n" for name, keys in bindings.items())
    return f"keys:\n  bindings:\n{lines}".replace("__", ".")


def test_without_a_file_everything_is_as_it_comes():
    assert load_config() == Config()
    assert checked().keymap() == {}


@pytest.mark.parametrize("text", ["", "keys:", "keys: {}", "# nothing", "keys: {bindings: {}}"])
def test_a_file_that_asks_for_nothing_changes_nothing(text):
    write(text)
    assert load_config() == Config()


def test_preset_and_keys_are_read():
    write('keys:\n  preset: vi\n  bindings:\n    section.next: "n, ctrl+n"\n')
    config = load_config()
    assert config == Config(preset="vi", bindings={"section.next": ("n", "ctrl+n")})
    keys = checked()
    assert keys.problems == []
    assert keys.of("section.next") == ("n", "ctrl+n")
    assert keys.of("body.end") == ("G", "end")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "config.yaml: It is not valid YAML. It is left out."),
        (b"\xff\xfe\x00", "config.yaml: It is not valid YAML. It is left out."),
        ("[" * 5000, "config.yaml: It is not valid YAML. It is left out."),
        ("- a", "config.yaml: -: must map names to values."),
        ("7", "config.yaml: -: must map names to values."),
        ("theme: night", "config.yaml: theme: is unknown; known are keys."),
        ("keys: []", "config.yaml: keys: must map names to values."),
        ("keys: {1: 2}", "config.yaml: keys: must map names to values."),
        (
            "keys: {perset: vi}",
            "config.yaml: keys.perset: is unknown; known are preset and bindings.",
        ),
        ("keys: {preset: vim}", "config.yaml: keys.preset: must be one of default, vi, emacs."),
        ("keys: {preset: [vi]}", "config.yaml: keys.preset: must be one of default, vi, emacs."),
        ("keys: {bindings: n}", "config.yaml: keys.bindings: must map names to values."),
        (
            bound(quit="7"),
            'config.yaml: keys.bindings.quit: must be keys in quotes, as in "n, ctrl+n".',
        ),
        (
            bound(quit="no"),
            'config.yaml: keys.bindings.quit: must be keys in quotes, as in "n, ctrl+n".',
        ),
        (bound(quit='"strg+q"'), "config.yaml: keys.bindings.quit: there is no key “strg+q”."),
        (
            bound(quit='""'),
            "config.yaml: keys.bindings.quit: name at least one key, and part keys with a comma.",
        ),
        (
            bound(leave='"x"'),
            "config.yaml: keys.bindings.leave: there is no such binding; the help names all.",
        ),
        (bound(quit='"f"'), "config.yaml: keys.bindings.quit: f is the key of filter."),
        (bound(quit='"j"'), "config.yaml: keys.bindings.quit: j is the key of body.down."),
    ],
)
def test_a_mistake_is_one_sentence(text, said):
    write(text)
    assert checked().problems == [said]


def test_the_rest_of_the_file_holds():
    write(
        bound(section__next='"ctrl+n"', quit='"nowhere"', help="[]", fact__next='"q"', find='"F"')
    )
    keys = checked()
    assert len(keys.problems) == 3
    assert keys.of("section.next") == ("ctrl+n",)
    assert keys.of("find") == ("F",)
    assert keys.of("quit") == ("q",)
    assert keys.of("fact.next") == ("J",)


def test_two_actions_may_change_places():
    write(bound(section__next='"J"', fact__next='"n"', match__next='"J"'))
    keys = checked()
    assert keys.problems == []
    assert (keys.of("section.next"), keys.of("fact.next")) == (("J",), ("n",))


def test_a_file_that_is_far_too_large_is_not_read():
    path = write("keys:\n")
    os.truncate(path, 100_000_000)
    said = "config.yaml: The file is larger than 64 kB. It is left out."
    assert load_config().problems == (said,)


def test_a_folder_of_that_name_is_said():
    (config_folder() / "config.yaml").mkdir(parents=True)
    assert load_config().problems == ("config.yaml: It is a folder, not a file. It is left out.",)


def test_aliases_that_multiply_have_no_effect():
    lines = ["a: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 60)]
    write("\n".join(lines) + "\nkeys: {preset: vi}\n")
    config = load_config()
    assert config.preset == "vi"
    assert len(config.problems) == 60


def test_hostile_names_are_cut_short():
    write(bound(**{"x" * 5000: '"n"'}))
    [said] = checked().problems
    assert len(said) < 200


@pytest.mark.parametrize("preset", PRESETS[1:])
def test_a_preset_changes_bindings_that_are_there(preset):
    names = load_preset(preset)
    default = Keys()
    for name, keys in names.items():
        assert default.of(name), f"{preset}: {name}: no such binding"
        assert default.of(name) != keys, f"{preset}: {name}: that is the default"
