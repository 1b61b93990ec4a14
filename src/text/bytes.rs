//! Which bytes of a text are plain ASCII word bytes, as a bit each.

/// Moves the lowest bits of eight bytes next to each other, into the highest byte of the product.
const GATHER: u64 = 0x0102_0408_1020_4080;

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

/// A bit for each byte of a text that is no ASCII letter, digit or underscore; behind the text all bits are set.
#[derive(Default)]
pub(super) struct Others(Vec<u64>);

impl Others {
    /// Looks at all of `bytes`.
    pub fn read(&mut self, bytes: &[u8]) {
        self.0.clear();
        self.0.reserve(bytes.len() / 64 + 2);
        let mut blocks = bytes.chunks_exact(64);
        for block in &mut blocks {
            self.0.extend(block.try_into().map(others));
        }
        let mut last = [b' '; 64];
        let rest = blocks.remainder();
        last[..rest.len()].copy_from_slice(rest);
        self.0.extend([others(&last), u64::MAX]);
    }

    /// The end of the run of word bytes that begins at byte `at`.
    #[inline(always)]
    pub fn word_end(&self, at: usize) -> usize {
        let (mut block, shift) = (at / 64, at % 64);
        // the bits from `at` on, 64 of them, in two parts
        let bits = self.0[block] >> shift | self.0[block + 1] << 1 << (63 - shift);
        if bits != 0 {
            return at + bits.trailing_zeros() as usize;
        }
        block += 1;
        while self.0[block] == 0 {
            block += 1;
        }
        block * 64 + self.0[block].trailing_zeros() as usize
    }
}

/// The bits of 64 bytes. The first loop has no branches, so that the compiler does it for many bytes at once.
#[inline(always)]
fn others(block: &[u8; 64]) -> u64 {
    let mut flags = [0; 64];
    for (flag, byte) in flags.iter_mut().zip(block) {
        let letter = (byte | 0x20).wrapping_sub(b'a') < 26;
        let digit = byte.wrapping_sub(b'0') < 10;
        *flag = u8::from(!(letter | digit | (*byte == b'_')));
    }
    let mut bits = 0;
    for (k, eight) in flags.chunks_exact(8).enumerate() {
        let eight = u64::from_le_bytes([eight[0], eight[1], eight[2], eight[3], eight[4], eight[5], eight[6], eight[7]]);
        bits |= (eight.wrapping_mul(GATHER) >> 56) << (8 * k);
    }
    bits
}

#[cfg(test)]
mod tests {
    use super::Others;

    #[test]
    fn agrees_with_the_byte_by_byte_definition() {
        let mut others = Others::default();
        for byte in 0..=255u8 {
            for place in [0, 1, 7, 8, 62, 63, 64, 65, 127, 128, 129] {
                for length in [place + 1, 130, 192, 200] {
                    let mut bytes = vec![b'a'; length];
                    bytes[place] = byte;
                    others.read(&bytes);
                    let plain = byte.is_ascii_alphanumeric() || byte == b'_';
                    for at in [0, place] {
                        assert_eq!(others.word_end(at), if plain { length } else { place }, "byte {byte} at {place} of {length}, from {at}");
                    }
                }
            }
        }
    }
}
