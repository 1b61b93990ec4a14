//! The image that the build script makes of the lists: large tables lie in it as they are used, so that a program starts without reading
//! them; what is small or seldom asked for is encoded.

use std::borrow::Cow;

use bytemuck::{CheckedBitPattern, NoUninit};
use serde::{Deserialize, Serialize};

/// A table of an image, or one of its own once something is added.
pub(crate) type Table<T> = Cow<'static, [T]>;

/// Every part of an image begins at a multiple of this many bytes, and so must the image.
const ALIGNMENT: usize = 64;

/// An image where the program holds it.
#[repr(C, align(64))]
pub(crate) struct Aligned<Bytes: ?Sized>(pub Bytes);

/// Puts the parts of an image one behind the other.
#[derive(Default)]
pub(crate) struct Writer(Vec<u8>);

impl Writer {
    pub fn bytes(&mut self, part: &[u8]) {
        self.0.extend_from_slice(&(part.len() as u64).to_le_bytes());
        self.align();
        self.0.extend_from_slice(part);
        self.align();
    }

    pub fn table<T: NoUninit>(&mut self, table: &[T]) {
        self.bytes(bytemuck::cast_slice(table));
    }

    pub fn encoded<T: Serialize>(&mut self, value: &T) -> Result<(), postcard::Error> {
        self.bytes(&postcard::to_allocvec(value)?);
        Ok(())
    }

    fn align(&mut self) {
        self.0.resize(self.0.len().next_multiple_of(ALIGNMENT), 0);
    }

    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

/// Takes the parts of an image in the order in which they were written.
pub(crate) struct Reader(&'static [u8]);

impl Reader {
    pub fn new(image: &'static Aligned<[u8]>) -> Reader {
        Reader(&image.0)
    }

    pub fn bytes(&mut self) -> Result<&'static [u8], postcard::Error> {
        let part = || {
            let (length, rest) = self.0.split_at_checked(ALIGNMENT)?;
            let length = u64::from_le_bytes(length.first_chunk().copied()?) as usize;
            Some((rest.get(..length)?, rest.get(length.next_multiple_of(ALIGNMENT)..)?))
        };
        let (part, rest) = part().ok_or(postcard::Error::DeserializeUnexpectedEnd)?;
        self.0 = rest;
        Ok(part)
    }

    pub fn table<T: CheckedBitPattern>(&mut self) -> Result<Table<T>, postcard::Error> {
        bytemuck::checked::try_cast_slice(self.bytes()?).map(Cow::Borrowed).map_err(|_| postcard::Error::DeserializeBadEncoding)
    }

    pub fn encoded<T: Deserialize<'static>>(&mut self) -> Result<T, postcard::Error> {
        postcard::from_bytes(self.bytes()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reader(image: &[u8]) -> Reader {
        let mut aligned = Box::new(Aligned([0; 512]));
        aligned.0[..image.len()].copy_from_slice(image);
        let aligned: &'static Aligned<[u8]> = Box::leak(aligned);
        Reader(&aligned.0[..image.len()])
    }

    #[test]
    fn parts_come_back_in_their_order() -> Result<(), postcard::Error> {
        let mut image = Writer::default();
        image.bytes(b"first");
        image.table(&[1_u64, 2, 3]);
        image.encoded(&("third", 7_u8))?;
        let image = image.finish();
        let mut parts = reader(&image);
        assert_eq!(parts.bytes()?, b"first");
        assert_eq!(parts.table::<u64>()?.as_ref(), [1, 2, 3]);
        assert_eq!(parts.encoded::<(&str, u8)>()?, ("third", 7));
        assert!(parts.bytes().is_err());
        Ok(())
    }

    #[test]
    fn what_is_cut_off_or_no_value_is_an_error() {
        let mut image = Writer::default();
        image.table(&[2_u8, 1, 0]);
        let image = image.finish();
        for end in 0..ALIGNMENT + 3 {
            assert!(reader(&image[..end]).bytes().is_err(), "{end} bytes");
        }
        assert!(reader(&image).table::<bool>().is_err(), "2 is no bool");
        assert!(reader(&image).table::<u16>().is_err(), "three bytes are no pairs");
    }
}
