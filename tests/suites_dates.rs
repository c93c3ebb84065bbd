//! Published lists of date forms and of citations, checked where `SOLIEU_GOLD` names the folder of the gold documents.
//!
//! The lists stand beside that folder, in `../domain` and `../suites`. What each form must give is stated here, from the
//! definition of the facts; a form that the definition does not cover stands in a list of its own, with the reason.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::print_stderr,
    reason = "a test may break, and says when it is skipped"
)]

use solieu::document::{Outside, typed_date};
use solieu::extract::{Extraction, Extractor};
use solieu::fact::{Date, Edtf};
use solieu::resolve;
use solieu::text::Text;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

/// The path of a list, or nothing where no gold folder is named.
fn list(name: &str) -> Option<PathBuf> {
    let Some(gold) = std::env::var_os("SOLIEU_GOLD") else {
        eprintln!("skipped: SOLIEU_GOLD names no gold folder, so {name} is not checked");
        return None;
    };
    Some(PathBuf::from(gold).join("..").join(name))
}

fn read(extractor: &Extractor, words: &str, own: &str) -> (Text, Extraction) {
    let text = Text::new(words.to_owned());
    let outside = Outside { date: typed_date(own), name: "" };
    let read = resolve::read_as(extractor, &text, outside);
    (text, read)
}

/// Rows of a table with tabs, by the names of its head.
fn rows(path: &PathBuf) -> Vec<BTreeMap<String, String>> {
    let content = fs::read_to_string(path).unwrap();
    let mut lines = content.lines();
    let head: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let row =
        |line: &str| head.iter().map(|h| (*h).to_owned()).zip(line.split('\t').map(str::to_owned)).collect();
    lines.filter(|l| !l.trim().is_empty()).map(row).collect()
}

fn verdict(what: &str, checked: usize, failures: &[String]) {
    assert!(checked > 0, "no {what} was checked");
    assert!(failures.is_empty(), "{} of {checked} {what} fail:\n{}", failures.len(), failures.join("\n"));
}

/// What each example of a date form gives in a document of 1 July 2020: words, kind and completed value.
///
/// No date at all is right where the definition says so: lunar days, names, ordinals, lengths of time, times of day, terms
/// without years, and vague words.
const FORMS: [(&str, &[&str]); 93] = [
    ("ngày 15/6/2020", &["ngày 15/6/2020 date 2020-06-15"]),
    ("ngày 15-6-2020", &["ngày 15-6-2020 date 2020-06-15"]),
    ("ngày 15.6.2020", &["ngày 15.6.2020 date 2020-06-15"]),
    ("(15/6/2020)", &["15/6/2020 date 2020-06-15"]),
    ("ngày 05 tháng 02 năm 2020", &["ngày 05 tháng 02 năm 2020 date 2020-02-05"]),
    ("ngày 3 tháng 2", &["ngày 3 tháng 2 date 2020-02-03"]),
    ("ngày 15 tháng 6/2020", &["ngày 15 tháng 6/2020 date 2020-06-15"]),
    ("ngày 15/6", &["ngày 15/6 date 2020-06-15"]),
    ("ngày 15-6", &["ngày 15-6 date 2020-06-15"]),
    (
        "các ngày 12, 13 và 14/6/2020",
        &["ngày 12 date 2020-06-12", "13 date 2020-06-13", "14/6/2020 date 2020-06-14"],
    ),
    ("từ ngày 10 đến 15/6/2020", &["ngày 10 đến 15/6/2020 range 2020-06-10/2020-06-15"]),
    ("từ ngày 10-15/6/2020", &["ngày 10-15/6/2020 range 2020-06-10/2020-06-15"]),
    ("(19/5/1890 - 19/5/2020)", &["19/5/1890 - 19/5/2020 range 1890-05-19/2020-05-19"]),
    ("tháng 6/2020", &["tháng 6/2020 month 2020-06"]),
    ("tháng 6-2020", &["tháng 6-2020 month 2020-06"]),
    ("tháng 6 năm 2020", &["tháng 6 năm 2020 month 2020-06"]),
    ("tháng 6", &["tháng 6 month 2020-06"]),
    ("tháng giêng", &[]),
    ("tháng tư, tháng mười hai", &["tháng tư month 2020-04", "tháng mười hai month 2020-12"]),
    ("15/7 âm lịch", &[]),
    ("rằm tháng bảy", &[]),
    ("mùng 10 tháng 3", &["mùng 10 tháng 3 date 2020-03-10"]),
    ("6 tháng đầu năm 2021", &["6 tháng đầu năm 2021 half 2021-40"]),
    ("6 tháng cuối năm", &["6 tháng cuối năm relative 2020-41"]),
    ("9 tháng năm 2021", &["9 tháng năm 2021 range 2021-01/2021-09"]),
    ("6 tháng đầu nhiệm kỳ", &[]),
    ("quý I/2020", &["quý I/2020 quarter 2020-33"]),
    ("quý 1-2020", &["quý 1-2020 quarter 2020-33"]),
    ("quý IV năm 2020", &["quý IV năm 2020 quarter 2020-36"]),
    ("quý II và III/2020", &["quý II quarter 2020-34", "III/2020 quarter 2020-35"]),
    ("năm 2020", &["năm 2020 year 2020"]),
    ("năm 2018 và 2019", &["năm 2018 year 2018", "2019 year 2019"]),
    ("các năm 2016, 2017", &["năm 2016 year 2016", "2017 year 2017"]),
    ("từ năm 2015 đến 2020", &["năm 2015 đến 2020 range 2015/2020"]),
    ("giai đoạn 2016-2020", &["giai đoạn 2016-2020 range 2016/2020"]),
    ("giai đoạn 2016 – 2020", &["giai đoạn 2016 – 2020 range 2016/2020"]),
    ("nhiệm kỳ 2015 – 2020", &["nhiệm kỳ 2015 – 2020 range 2015/2020"]),
    ("đầu/giữa/nửa nhiệm kỳ", &[]),
    ("nhiệm kỳ qua/này/trước", &[]),
    ("khóa XII", &[]),
    ("Đại hội lần thứ XIII", &[]),
    ("năm học 2019-2020", &["năm học 2019-2020 range 2019/2020"]),
    ("niên khóa 2019-2023", &["niên khóa 2019-2023 range 2019/2023"]),
    ("niên vụ 2019/2020", &["niên vụ 2019/2020 range 2019/2020"]),
    ("vụ đông xuân 2019-2020", &["vụ đông xuân 2019-2020 range 2019/2020"]),
    ("kế hoạch 5 năm 2016-2020", &["2016-2020 range 2016/2020"]),
    ("5 năm thực hiện", &[]),
    ("sau 5 năm", &[]),
    ("qua 5 năm", &[]),
    ("5 năm qua", &[]),
    ("đến hết năm 2019", &["hết năm 2019 range ../2019"]),
    ("tính đến ngày 15/6", &["ngày 15/6 range ../2020-06-15"]),
    ("tính đến nay", &[]),
    ("đến nay", &[]),
    ("so với cùng kỳ năm 2019", &["năm 2019 year 2019"]),
    ("đầu năm 2020", &["đầu năm 2020 year 2020"]),
    ("cuối tháng 6", &["cuối tháng 6 month 2020-06"]),
    ("trung tuần tháng 6", &["trung tuần tháng 6 month 2020-06"]),
    ("những năm 90 (của thế kỷ trước/XX)", &["những năm 90 range 199X", "thế kỷ trước range 19XX"]),
    ("thập niên 90", &["thập niên 90 range 199X"]),
    ("thập kỷ 80 thế kỷ XX", &["thập kỷ 80 thế kỷ XX range 198X"]),
    ("thế kỷ XX", &["thế kỷ XX range 19XX"]),
    ("thế kỷ 21", &["thế kỷ 21 range 20XX"]),
    // alone it may be an age ("năm 75 tuổi"): "hồi năm 75" is a year
    ("năm 75, khóa 54", &[]),
    ("sáng 8/7", &["sáng 8/7 date 2020-07-08"]),
    ("chiều 30-6", &["chiều 30-6 date 2020-06-30"]),
    ("chiều nay (30/6)", &["chiều nay relative 2020-06-30", "30/6 date 2020-06-30"]),
    ("hôm qua (15/6)", &["hôm qua relative 2020-06-15", "15/6 date 2020-06-15"]),
    ("năm ngoái", &["năm ngoái relative 2019"]),
    ("thứ Tư, ngày 24/6/2020", &["thứ Tư, ngày 24/6/2020 date 2020-06-24"]),
    // an ordinal as well: a weekday needs "hôm", a part of the day or a word of weeks beside it
    ("thứ 4", &[]),
    ("T4", &[]),
    ("Chủ nhật (CN)", &[]),
    ("mốt", &[]),
    ("17h30", &[]),
    ("19:08 GMT+7", &[]),
    ("03:12 PM", &[]),
    ("10:31", &[]),
    ("Thứ Sáu, 12/01/2018, 16:36 (GMT+7)", &["Thứ Sáu, 12/01/2018, 16:36 datetime 2018-01-12T16:36"]),
    ("nhân kỷ niệm 130 năm Ngày sinh Chủ tịch Hồ Chí Minh", &[]),
    ("dịp 30-4, 1-5", &[]),
    ("đợt 2/9", &[]),
    ("Cách mạng Tháng Tám", &[]),
    ("2020-06-15", &["2020-06-15 date 2020-06-15"]),
    ("6/15/2020", &["6/15/2020 date 2020-06-15"]),
    ("15/6/20", &["15/6/20 date 2020-06-15"]),
    ("2016 - 2020", &["2016 - 2020 range 2016/2020"]),
    ("từ khóa XII đến nay", &[]),
    ("trước ngày 30/6", &["ngày 30/6 date 2020-06-30"]),
    ("kể từ ngày ký", &[]),
    ("kể từ ngày 01/7/2025", &["ngày 01/7/2025 date 2025-07-01"]),
    // not in the list: the same words where the context makes them dates
    ("Hồi năm 75, nơi đây là rừng.", &["năm 75 year 1975"]),
    ("Sáng thứ 4, đoàn tới.", &["Sáng thứ 4 relative 2020-07-01"]),
];

#[test]
fn date_forms() {
    let Some(path) = list("domain/date_forms.tsv") else { return };
    let extractor = Extractor::new();
    let (mut failures, mut checked) = (Vec::new(), 0);
    let expected: BTreeMap<&str, &[&str]> = FORMS.into_iter().collect();
    let listed = rows(&path);
    let own = ["Hồi năm 75, nơi đây là rừng.", "Sáng thứ 4, đoàn tới."].map(str::to_owned);
    let split = |row: &BTreeMap<String, String>| {
        row["example"].split(';').map(|e| e.trim().to_owned()).collect::<Vec<_>>()
    };
    let examples = listed.iter().flat_map(split).chain(own).filter(|e| !e.is_empty());
    for example in examples {
        checked += 1;
        let (text, read) = read(&extractor, &example, "2020-07-01");
        let told = |d: &Date| format!("{} {} {}", text.slice(d.span), d.kind, d.resolved);
        let given: Vec<String> = read.facts.dates.iter().map(told).collect();
        match expected.get(example.as_str()) {
            None => failures.push(format!("{example}: nothing is stated for it")),
            Some(wanted) if given != *wanted => {
                failures.push(format!("{example}: {given:?}, not {wanted:?}"));
            }
            Some(_) => {}
        }
    }
    assert!(listed.len() >= 68, "the list has {} forms", listed.len());
    verdict("examples of date forms", checked, &failures);
}

/// The keys of the kinds in the list, where the program's differ.
const KINDS: [(&str, &str); 8] = [
    ("regulation_quy_dinh", "rule"),
    ("programme", "program"),
    ("guidance", "guideline"),
    ("joint_resolution", "resolution"),
    ("joint_circular", "circular"),
    ("consolidated_text", "document"),
    ("decision?", "decision"),
    ("regulation_quy_che", "regulation"),
];

/// A symbol without what typing varies: blanks, dots, the long dash, Ð for Đ.
fn plain(symbol: &str) -> String {
    let letters = symbol.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '/'));
    letters.map(|c| if c == 'Ð' { 'Đ' } else { c }).collect::<String>().replace("TƯ", "TW")
}

#[test]
fn citations() {
    let Some(path) = list("domain/citations_examples.tsv") else { return };
    let extractor = Extractor::new();
    let (mut failures, mut checked) = (Vec::new(), 0);
    for row in rows(&path) {
        checked += 1;
        let (_, read) = read(&extractor, &format!("Căn cứ {}.", row["citation"]), "");
        let given = &read.facts.citations;
        let mut wrong = |what: &str, wanted: &str| {
            failures.push(format!("{}: {what} is not {wanted}: {given:?}", row["citation"]));
        };
        let field = |name: &str| row.get(name).map_or("", String::as_str);
        // a document that is named without a number is no citation by the definition: "Nghị quyết Trung ương 4"
        let numbers: Vec<&str> =
            field("number").split(';').filter(|n| n.starts_with(|c: char| c.is_ascii_digit())).collect();
        if given.len() != numbers.len() {
            wrong("the number of citations", &numbers.len().to_string());
            continue;
        }
        for (citation, number) in given.iter().zip(&numbers) {
            let head: String = citation.number.chars().take_while(|c| c.is_alphanumeric()).collect();
            if head != *number {
                wrong("the number", number);
            }
            let kind =
                KINDS.iter().find(|(key, _)| *key == field("kind")).map_or(field("kind"), |(_, ours)| ours);
            if citation.kind != kind {
                wrong("the kind", kind);
            }
        }
        let Some(last) = given.last() else { continue };
        let symbol = plain(&last.number);
        for code in ["kind_code", "issuer_code"] {
            // "54/2017 của Quốc hội" has no code of its issuer in the text
            let code = plain(field(code));
            if !code.is_empty() && plain(field("citation")).contains(&code) && !symbol.contains(&code) {
                wrong("a code", &code);
            }
        }
        let year = field("year");
        if year.len() == 4 && !symbol.contains(year) {
            wrong("the year in the symbol", year);
        }
        let date = last.date.map_or_else(String::new, |d| d.to_string());
        if date != field("date") {
            wrong("the date", field("date"));
        }
        // an issuer that only the code tells does not stand beside the citation
        let issuer = field("issuer_phrase");
        if field("citation").contains(issuer) && issuer != last.issuer {
            wrong("the issuer", issuer);
        }
    }
    assert!(checked >= 61, "the list has {checked} citations");
    verdict("citations", checked, &failures);
}

#[test]
fn document_kinds() {
    let Some(path) = list("domain/document_kinds.tsv") else { return };
    let extractor = Extractor::new();
    let lexicon = extractor.lexicon();
    let (mut failures, mut checked) = (Vec::new(), 0);
    for row in rows(&path) {
        // things that are counted beside documents and are none
        if row["class"] == "countable-not-document" || row["class"] == "variant/verb" {
            continue;
        }
        checked += 1;
        let words = row["vi"].to_lowercase();
        if lexicon.cited_names.at(&words, &row["vi"], 0).is_none() {
            failures.push(format!("{} is not known", row["vi"]));
        }
    }
    verdict("kinds of documents", checked, &failures);
}

/// Examples of another tool that the definition does not cover, with the reason.
const UNCOVERED: [(&str, &str); 8] = [
    ("bây giờ", "a vague adverb is no date"),
    ("ngay bây giờ", "a vague adverb is no date"),
    ("ngay lúc này", "a vague adverb is no date"),
    ("7/3", "two numbers with a stroke are a share unless a word says that they are a day"),
    ("07/03", "two numbers with a stroke are a share unless a word says that they are a day"),
    ("giáng sinh", "a named day is no date"),
    ("ngày giáng sinh", "a named day is no date"),
    (
        "ngày 12/10",
        "a day more than half a year ahead of the document is of the year before, unless it is told to come",
    ),
];

/// Examples whose time of day is no part of the value: a relative date has a day.
const DAY_ALONE: [&str; 3] = ["8 giờ tối nay", "hôm nay lúc 2 giờ chiều", "3 giờ chiều ngày mai"];

/// Examples of which the definition takes a part: "ngày đầu tiên của" is no unit of the calendar.
const MONTH_ALONE: [&str; 2] = ["ngày đầu tiên của tháng ba", "ngày đầu tiên của tháng 3"];

/// Checks the rows of a suite that are about time; its spans end before `end`.
fn time_suite(name: &str, own: &str) {
    let Some(path) = list(name) else { return };
    let extractor = Extractor::new();
    let (mut failures, mut checked) = (Vec::new(), 0);
    for line in fs::read_to_string(path).unwrap().lines() {
        let row: serde_json::Value = serde_json::from_str(line).unwrap();
        let words = row["text"].as_str().unwrap();
        if row["dimension"] != "time" {
            continue;
        }
        checked += 1;
        let (_, read) = read(&extractor, words, own);
        let given = read.facts.dates.first();
        if UNCOVERED.iter().any(|(known, _)| *known == words) {
            if against(words, &row["expected"], given).is_none() {
                failures.push(format!("{words}: is read, and needs no reason"));
            }
        } else if let Some(problem) = against(words, &row["expected"], given) {
            failures.push(format!("{words}: {problem}; given {:?}", given.map(|d| d.resolved.to_string())));
        }
    }
    verdict(name, checked, &failures);
}

/// What is wrong with a date, if anything.
fn against(words: &str, expected: &serde_json::Value, given: Option<&Date>) -> Option<String> {
    let start = expected["start"].as_str();
    let Some(date) = given else { return (!expected.is_null()).then(|| format!("nothing, not {expected}")) };
    if expected.is_null() {
        return Some("it is no date".to_owned());
    }
    let (first, last) = date.resolved.days();
    let day = |moment: Option<&str>| moment.map(|m| m[..10].to_owned());
    if MONTH_ALONE.contains(&words) {
        return (first.map(|d| d.to_string()) != day(start)).then(|| "another month".to_owned());
    }
    if first.map(|d| d.to_string()) != day(start) {
        return Some(format!("the first day is not {start:?}"));
    }
    let clock =
        start.filter(|s| s.contains('T') && !DAY_ALONE.contains(&words)).map(|s| s[11..16].to_owned());
    let own = match date.resolved {
        Edtf::Point(p) => p.time.map(|(hour, minute)| format!("{hour:02}:{minute:02}")),
        _ => None,
    };
    if clock != own {
        return Some(format!("the time is not {clock:?}"));
    }
    if clock.is_some() || start.is_some_and(|s| s.contains('T')) {
        return None;
    }
    let next = last.and_then(|d| d.tomorrow().ok()).map(|d| d.to_string());
    (next != day(expected["end"].as_str())).then(|| format!("the end is not {}", expected["end"]))
}

#[test]
fn time_of_another_tool() {
    time_suite("suites/duckling_vi.jsonl", "2017-02-02");
}

#[test]
fn time_traps() {
    time_suite("suites/anchor_traps_vi.jsonl", "2020-07-01");
}

#[test]
fn every_reason_is_of_an_example() {
    let Some(path) = list("suites/duckling_vi.jsonl") else { return };
    let suite = fs::read_to_string(path).unwrap();
    for (words, reason) in UNCOVERED {
        assert!(suite.contains(&format!("\"text\": \"{words}\"")), "{words} is in no list");
        assert!(!reason.is_empty());
    }
}
