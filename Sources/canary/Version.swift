/// The version of canary.
let version = "0.1.0"
