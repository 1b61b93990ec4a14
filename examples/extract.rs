fn main() {
    let extractor = demarche::Extractor::builder().roles(std::env::args().any(|a| a == "--roles")).build().unwrap();
    let path = std::env::args().skip(1).find(|a| !a.starts_with("--")).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    if !path.ends_with(".jsonl") {
        let e = extractor.extract(&text);
        for r in e.relations() { println!("{r} [{}] {:?} {}", r.class().name(), r.modality(), r.evidence().trigger.of(&text)); }
        return;
    }
    let mut scratch = demarche::Scratch::default();
    for line in text.lines() {
        let v: serde_json::Value = serde_json::from_str(line).unwrap();
        let t = v["text"].as_str().unwrap();
        let e = extractor.extract_with(scratch, t);
        println!("{}", serde_json::to_string(&e.record(v["id"].as_str().unwrap())).unwrap());
        scratch = e.into_scratch();
    }
}
