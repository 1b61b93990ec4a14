//! Runs of plain ASCII word bytes, eight at a time in an ordinary register.
//!
//! The arithmetic is that of "SIMD within a register" (Lamport 1975; Warren, Hacker's Delight, 6-1): every byte is compared
//! with a bound by an addition that carries into its highest bit.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x8080_8080_8080_8080;

/// Behind which of the bytes that may follow a word the word is surely over; a full stop tells only with what follows it.
pub(super) const ENDS_WORD: [bool; 256] = {
    let mut ends = [false; 256];
    let marks = b" ,\n-)\";?!/";
    let mut i = 0;
    while i < marks.len() {
        ends[marks[i] as usize] = true;
        i += 1;
    }
    ends
};

/// The end of the run of ASCII letters, digits and underscores that begins at byte `at`.
#[inline(always)]
pub(super) fn word_end(bytes: &[u8], mut at: usize) -> usize {
    while let Some(eight) = bytes.get(at..at + 8).and_then(|eight| <[u8; 8]>::try_from(eight).ok()) {
        let others = others(u64::from_le_bytes(eight));
        if others != 0 {
            return at + others.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    while bytes.get(at).is_some_and(|&b| b.is_ascii_alphanumeric() || b == b'_') {
        at += 1;
    }
    at
}

/// The highest bit of every byte that is no ASCII letter, digit or underscore.
fn others(eight: u64) -> u64 {
    let low = eight & !HIGH;
    let from = |bytes: u64, first: u8| bytes + ONES * (0x80 - u64::from(first));
    let between = |bytes: u64, first: u8, last: u8| from(bytes, first) & !from(bytes, last + 1);
    let letter = between(low | (ONES * 0x20), b'a', b'z');
    let digit = between(low, b'0', b'9');
    let underscore = !((low ^ (ONES * u64::from(b'_'))) + ONES * 0x7f);
    !(letter | digit | underscore) & HIGH | eight & HIGH
}

#[cfg(test)]
mod tests {
    #[test]
    fn agrees_with_the_byte_by_byte_definition() {
        for byte in 0..=255u8 {
            for place in 0..20 {
                let mut bytes = [b'a'; 20];
                bytes[place] = byte;
                let plain = byte.is_ascii_alphanumeric() || byte == b'_';
                assert_eq!(super::word_end(&bytes, 0), if plain { 20 } else { place }, "byte {byte} at {place}");
            }
        }
    }
}
