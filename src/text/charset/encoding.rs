//! The encodings that are read, by their names.

/// An encoding of Vietnamese text.
///
/// ```
/// use solieu::text::Encoding;
/// assert_eq!("TCVN3".parse(), Ok(Encoding::Tcvn3));
/// assert_eq!(Encoding::VniAsWindows1252.as_str(), "vni-as-windows-1252");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Encoding {
    /// UTF-8.
    #[default]
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Sig,
    /// UTF-16, the low byte first.
    Utf16Le,
    /// UTF-16, the high byte first.
    Utf16Be,
    /// Windows-1252, the western code page.
    Windows1252,
    /// Windows-1258, the Vietnamese code page of Windows.
    Windows1258,
    /// VISCII.
    Viscii,
    /// TCVN3, that of the ABC fonts.
    Tcvn3,
    /// VNI for Windows.
    Vni,
    /// VPS.
    Vps,
    /// UTF-8 that was once read as Windows-1252 and saved as Unicode: "Cá»™ng".
    Utf8AsWindows1252,
    /// Windows-1258 read as Windows-1252.
    Windows1258AsWindows1252,
    /// VISCII read as Windows-1252.
    VisciiAsWindows1252,
    /// TCVN3 read as Windows-1252: "Céng hoµ".
    Tcvn3AsWindows1252,
    /// VNI read as Windows-1252: "Coäng hoøa".
    VniAsWindows1252,
    /// VPS read as Windows-1252.
    VpsAsWindows1252,
}

use Encoding::{
    Tcvn3, Tcvn3AsWindows1252, Utf8, Utf8AsWindows1252, Utf8Sig, Utf16Be, Utf16Le, Viscii,
    VisciiAsWindows1252, Vni, VniAsWindows1252, Vps, VpsAsWindows1252, Windows1252, Windows1258,
    Windows1258AsWindows1252,
};

impl Encoding {
    /// Every encoding.
    pub const ALL: [Self; 16] = [
        Utf8,
        Utf8Sig,
        Utf16Le,
        Utf16Be,
        Windows1252,
        Windows1258,
        Viscii,
        Tcvn3,
        Vni,
        Vps,
        Utf8AsWindows1252,
        Windows1258AsWindows1252,
        VisciiAsWindows1252,
        Tcvn3AsWindows1252,
        VniAsWindows1252,
        VpsAsWindows1252,
    ];

    /// What bytes can be that are no UTF-8, most likely first.
    pub(super) const OF_BYTES: [Self; 7] = [Utf8, Tcvn3, Vni, Windows1258, Viscii, Vps, Windows1252];

    /// What a text can be that is UTF-8, most likely first.
    pub(super) const OF_TEXT: [Self; 7] = [
        Utf8,
        Tcvn3AsWindows1252,
        VniAsWindows1252,
        Utf8AsWindows1252,
        Windows1258AsWindows1252,
        VisciiAsWindows1252,
        VpsAsWindows1252,
    ];

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Utf8 => "utf-8",
            Utf8Sig => "utf-8-sig",
            Utf16Le => "utf-16le",
            Utf16Be => "utf-16be",
            Windows1252 => "windows-1252",
            Windows1258 => "windows-1258",
            Viscii => "viscii",
            Tcvn3 => "tcvn3",
            Vni => "vni",
            Vps => "vps",
            Utf8AsWindows1252 => "utf-8-as-windows-1252",
            Windows1258AsWindows1252 => "windows-1258-as-windows-1252",
            VisciiAsWindows1252 => "viscii-as-windows-1252",
            Tcvn3AsWindows1252 => "tcvn3-as-windows-1252",
            VniAsWindows1252 => "vni-as-windows-1252",
            VpsAsWindows1252 => "vps-as-windows-1252",
        }
    }

    /// The encoding that was read as Windows-1252, where this is one that was.
    pub(super) const fn carried(self) -> Option<Self> {
        match self {
            Utf8AsWindows1252 => Some(Utf8),
            Windows1258AsWindows1252 => Some(Windows1258),
            VisciiAsWindows1252 => Some(Viscii),
            Tcvn3AsWindows1252 => Some(Tcvn3),
            VniAsWindows1252 => Some(Vni),
            VpsAsWindows1252 => Some(Vps),
            _ => None,
        }
    }
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::str::FromStr for Encoding {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|encoding| encoding.as_str().eq_ignore_ascii_case(name));
        found.ok_or_else(|| format!("no encoding is named {name}"))
    }
}
