use super::read;

fn text(rtf: &str) -> String {
    read(rtf.as_bytes()).unwrap().text
}

#[test]
fn unicode_and_code_pages() {
    let head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}{\f1\fcharset163 Times;}}";
    assert_eq!(
        text(&format!(r"{head}\uc1 N\u259\'3fm 2020: \u-10179?\u-9216? {{\f1 q\'fdy}}\par }}")),
        "Năm 2020: 🐀 qưy\n"
    );
    assert_eq!(
        text(&format!(r"{head}{{\uc0\u272 ảo}} a\~b\_c\par}}").replace('ả', "\\'e0")),
        "Đào a\u{a0}b-c\n"
    );
}

#[test]
fn fonts_of_tcvn3_and_their_capitals() {
    let head = r"{\rtf1\ansi{\fonttbl{\f0 .VnTime;}{\f1\fnil .VnTimeH;}{\f2 VNI-Times;}}";
    let rtf = format!(r"{head}\f1 b\'b8o c\'b8o\f0  quy\'d5t\par\f2 Co\'e4ng\par}}");
    assert_eq!(text(&rtf), "BÁO CÁO quyết\nCộng\n");
    assert_eq!(read(rtf.as_bytes()).unwrap().encoding, "tcvn3-as-windows-1252");
}

#[test]
fn tables_keep_their_rows() {
    let row = |a: &str, b: &str, c: &str| {
        format!(r"\trowd\cellx1\cellx2\cellx3\pard\intbl {a}\cell {b}\cell {c}\cell\row ")
    };
    let merged = r"\trowd\clvmrg\cellx1\cellx2\cellx3\pard\intbl\cell c\cell d\cell\row ";
    let rtf = format!(r"{{\rtf1 x\par {}{}{merged}\pard y\par}}", row("N", "K", "S"), row("1", "a", "b"));
    assert_eq!(text(&rtf), "x\n| N | K | S |\n| 1 | a | b |\n| 1 | c | d |\ny\n");
}

#[test]
fn what_is_no_text() {
    let rtf = r"{\rtf1{\info{\title T}{\author A}}{\*\x hidden}{\pict\bin3 }}}}\v no\v0 yes{\field{\*\fldinst PAGE}{\fldrslt 7}}\par}";
    let content = read(rtf.as_bytes()).unwrap();
    assert_eq!((content.text.as_str(), content.meta.title.as_str()), ("yes7\n", "T"));
}

#[test]
fn cut_off() {
    assert_eq!(text(r"{\rtf1 a\par b"), "a\nb\n");
    assert!(read(br"{\rtf1}").is_err());
}
