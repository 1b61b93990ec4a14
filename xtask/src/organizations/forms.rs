//! The legal forms of companies, to be taken off their names: `Inc.`, `plc`, `Aktiengesellschaft`.

use serde_json::Value;

use crate::formats::python_literal;
use crate::sources::Sources;
use crate::Result;

/// Short forms that the list has only in full.
const SHORT: [&str; 10] = ["Corp", "Corporation", "Inc", "Incorporated", "Co", "Cos", "Ltd", "Limited", "plc", "Company Ltd"];

/// Legal forms in lower case without dots, the longest first.
pub struct Forms(Vec<String>);

impl Forms {
    /// Reads the forms in Latin letters that `rigour` lists.
    pub fn read(sources: &Sources) -> Result<Forms> {
        let source = sources.text("rigour", "rigour/data/names/org_types.py")?;
        let (_, list) = source.split_once("] = ").ok_or("rigour: org_types.py has another form")?;
        let list = python_literal(list)?;
        let groups = list.as_array().into_iter().flatten();
        let names = groups.flat_map(|group| group["aliases"].as_array().into_iter().flatten().chain([&group["display"]]));
        Ok(Forms::from_names(names.filter_map(Value::as_str).chain(SHORT)))
    }

    /// Forms by their names.
    pub fn from_names<'n>(names: impl IntoIterator<Item = &'n str>) -> Forms {
        let mut forms: Vec<String> = names.into_iter().filter(|name| name.is_ascii()).map(simple).filter(|form| form.len() > 1).collect();
        forms.sort_by(|a, b| (b.len(), a).cmp(&(a.len(), b)));
        forms.dedup();
        Forms(forms)
    }

    /// The name without the legal forms at its end, and whether there was one.
    pub fn strip<'n>(&self, name: &'n str) -> (&'n str, bool) {
        let mut rest = name.trim();
        loop {
            let Some(shorter) = self.shorter(rest) else { return (rest, rest.len() < name.trim().len()) };
            rest = shorter;
        }
    }

    fn shorter<'n>(&self, name: &'n str) -> Option<&'n str> {
        let ends = name.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| at);
        ends.filter(|&at| at > 0).find(|&at| self.0.contains(&simple(&name[at..]))).map(|at| name[..at].trim_end_matches([' ', ',', '&']))
    }
}

fn simple(form: &str) -> String {
    form.to_lowercase().replace(['.', ','], "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_legal_forms_off() {
        let forms = Forms::from_names(["Inc.", "Co.", "Ltd.", "Co., Ltd.", "plc", "SE & Co. KGaA"]);
        assert_eq!(forms.strip("Netflix, Inc."), ("Netflix", true));
        assert_eq!(forms.strip("Merck & Co., Inc."), ("Merck", true));
        assert_eq!(forms.strip("Contemporary Amperex Technology Co., Ltd"), ("Contemporary Amperex Technology", true));
        assert_eq!(forms.strip("American Tower"), ("American Tower", false));
    }
}
