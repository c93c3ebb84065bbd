//! `solieu.toml`: options that are not given as arguments.
//!
//! A key at the top holds for every command that has an option of this name; a section named after a command holds for
//! this command alone, and goes before. What an argument says goes before both.

use anyhow::{Context, bail};
use clap::{Arg, ArgAction, Command};
use std::ffi::{OsStr, OsString};
use std::path::Path;
use toml::{Table, Value};

/// The file that is taken where it lies in the working folder.
const FILE: &str = "solieu.toml";

/// The commands that read it.
const COMMANDS: [&str; 6] = ["extract", "tabulate", "evaluate", "sample", "explain", "diff"];

/// The folder of a run: `extract` writes it, `tabulate` reads it by another option and writes a file by this one.
const FOLDER: &str = "output";

/// The arguments, with the options of the configuration behind the name of their command.
pub(super) fn completed(mut args: Vec<OsString>, program: &Command) -> anyhow::Result<Vec<OsString>> {
    let command = |arg: &OsString| COMMANDS.iter().find(|name| arg == *name);
    let Some((at, name)) = args.iter().enumerate().skip(1).find_map(|(at, arg)| Some((at, *command(arg)?)))
    else {
        return Ok(args);
    };
    let named = value_of(&args, "config");
    let path = named.as_deref().unwrap_or(OsStr::new(FILE));
    let told = args.iter().any(|arg| arg == "--help" || arg == "-h");
    if told || (named.is_none() && !Path::new(path).exists()) {
        return Ok(args);
    }
    let shown = Path::new(path).display();
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {shown}"))?;
    let table: Table = text.parse().with_context(|| format!("{shown} is no TOML"))?;
    let mut more = Vec::new();
    for (key, value) in options(&table, name, program).with_context(|| shown.to_string())? {
        let Some(option) = option(program, name, &key) else { continue };
        if given(&args, &key, option.get_short()) {
            continue;
        }
        let flag = matches!(option.get_action(), ArgAction::SetTrue);
        more.extend(arguments(&key, &value, flag).with_context(|| format!("{shown}: {key}"))?);
    }
    let rest = args.split_off(at + 1);
    args.extend(more.into_iter().chain(rest));
    Ok(args)
}

/// The keys of the file that are options of a command.
fn options(table: &Table, name: &str, program: &Command) -> anyhow::Result<Table> {
    let mut own = Table::new();
    for (key, value) in table {
        match value {
            Value::Table(section) if COMMANDS.contains(&key.as_str()) => {
                if let Some(stray) = section.keys().find(|own| option(program, key, own).is_none()) {
                    bail!("{key} has no option {stray}");
                }
            }
            _ if COMMANDS.iter().all(|command| option(program, command, key).is_none()) => {
                bail!("there is no option {key}")
            }
            _ if key == FOLDER && name == "tabulate" => drop(own.insert("from".to_owned(), value.clone())),
            _ if option(program, name, key).is_some() => drop(own.insert(key.clone(), value.clone())),
            _ => {}
        }
    }
    let section = table.get(name).and_then(Value::as_table);
    own.extend(section.into_iter().flatten().map(|(key, value)| (key.clone(), value.clone())));
    Ok(own)
}

/// An option of a command, or of all, by its name.
fn option<'a>(program: &'a Command, command: &str, key: &str) -> Option<&'a Arg> {
    let of_all = program.get_arguments().filter(|arg| arg.is_global_set());
    let own = program.find_subcommand(command).into_iter().flat_map(Command::get_arguments);
    of_all.chain(own).find(|arg| arg.get_long() == Some(key) && key != "config")
}

/// Whether an option stands among the arguments.
fn given(args: &[OsString], key: &str, short: Option<char>) -> bool {
    let (long, with_value) = (format!("--{key}"), format!("--{key}="));
    let short = short.map(|short| format!("-{short}"));
    args.iter().filter_map(|arg| arg.to_str()).any(|arg| {
        let one = arg.starts_with('-') && !arg.starts_with("--");
        let shorted = short.as_ref().is_some_and(|short| one && arg.starts_with(short.as_str()));
        arg == long || arg.starts_with(&with_value) || shorted
    })
}

/// What an option is given among the arguments.
pub(super) fn value_of(args: &[OsString], key: &str) -> Option<OsString> {
    let (long, with_value) = (format!("--{key}"), format!("--{key}="));
    args.iter().enumerate().find_map(|(at, arg)| {
        if arg.to_str() == Some(&long) {
            return args.get(at + 1).cloned();
        }
        arg.to_str()?.strip_prefix(&with_value).map(OsString::from)
    })
}

/// The arguments that say what a key says.
fn arguments(key: &str, value: &Value, flag: bool) -> anyhow::Result<Vec<OsString>> {
    let plain = |value: &Value| match value {
        Value::String(text) => Ok(text.clone()),
        Value::Integer(number) => Ok(number.to_string()),
        Value::Float(number) => Ok(number.to_string()),
        Value::Datetime(date) => Ok(date.to_string()),
        other => bail!("a {} is no value of an option", other.type_str()),
    };
    match value {
        Value::Boolean(yes) if flag => Ok(yes.then(|| format!("--{key}").into()).into_iter().collect()),
        _ if flag => bail!("it is true or false"),
        Value::Array(values) => {
            values.iter().map(|value| Ok(format!("--{key}={}", plain(value)?).into())).collect()
        }
        value => Ok(vec![format!("--{key}={}", plain(value)?).into()]),
    }
}

#[cfg(test)]
mod tests {
    use super::{arguments, given, value_of};
    use std::ffi::OsString;
    use toml::Value;

    fn args(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn given_options_are_known_in_every_spelling() {
        for line in ["s extract --jobs 2", "s extract --jobs=2", "s extract -j 2", "s extract -j2"] {
            assert!(given(&args(line), "jobs", Some('j')), "{line}");
        }
        for line in ["s extract --jobsx", "s extract jobs", "s extract --no-jobs"] {
            assert!(!given(&args(line), "jobs", Some('j')), "{line}");
        }
        assert_eq!(value_of(&args("s extract --config a.toml"), "config"), Some("a.toml".into()));
        assert_eq!(value_of(&args("s extract --config=b.toml"), "config"), Some("b.toml".into()));
    }

    #[test]
    fn values_become_arguments() {
        let said = |value: Value, flag| arguments("x", &value, flag).map_err(|_| ());
        assert_eq!(said(Value::Boolean(true), true), Ok(args("--x")));
        assert_eq!(said(Value::Boolean(false), true), Ok(Vec::new()));
        assert_eq!(said(Value::Integer(3), false), Ok(args("--x=3")));
        assert_eq!(said(vec!["a", "b"].into(), false), Ok(args("--x=a --x=b")));
        assert!(said(Value::Integer(3), true).is_err() && said(Value::Boolean(true), false).is_err());
    }
}
