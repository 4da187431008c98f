/// A certificate for `localhost` and the authority that signed it, good until 2120; they protect nothing.
enum TestCertificate {
    /// The authority, which no system trusts.
    static let authority = """
        -----BEGIN CERTIFICATE-----
        MIIBYDCCAQegAwIBAgIBATAKBggqhkjOPQQDAjAfMR0wGwYDVQQDDBRFdHVkZSB0
        ZXN0IGF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFow
        HzEdMBsGA1UEAwwURXR1ZGUgdGVzdCBhdXRob3JpdHkwWTATBgcqhkjOPQIBBggq
        hkjOPQMBBwNCAAS5DyfrsFPwnXpebGNMWpzyut1UQO1LaLxBHiUPB0z+4WxcHEkC
        X5/TCEDI/uteu6oScLOZv5YC3k3ZnJiGEV7pozIwMDAPBgNVHRMBAf8EBTADAQH/
        MB0GA1UdDgQWBBTw23OeM7UHlX0nzy+gC71fFSGKVDAKBggqhkjOPQQDAgNHADBE
        AiAWA1Pj+imk8I1yh8OfJBK0mqQZl1Oi9xp6d1iQf3bCDAIgOFFrHHFLhuhicxKU
        46LoSDW16cjjcmnISVbLe4eQWhE=
        -----END CERTIFICATE-----
        """

    /// The certificate of the server.
    static let server = """
        -----BEGIN CERTIFICATE-----
        MIIBhzCCAS2gAwIBAgIBAjAKBggqhkjOPQQDAjAfMR0wGwYDVQQDDBRFdHVkZSB0
        ZXN0IGF1dGhvcml0eTAgFw0yMDAxMDEwMDAwMDBaGA8yMTIwMDEwMTAwMDAwMFow
        FDESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
        ERsKBqfPhZZJsuYQd4C77JXyq3It7wlydl9bDAaGA/9jx2H2B3n/ejtrev3DXAel
        djR+xoIZpEirrKa9IZXZpKNjMGEwCQYDVR0TBAIwADAUBgNVHREEDTALgglsb2Nh
        bGhvc3QwHQYDVR0OBBYEFBTc2OXb7GhO8YJMdF4VEsCs3uEzMB8GA1UdIwQYMBaA
        FPDbc54ztQeVfSfPL6ALvV8VIYpUMAoGCCqGSM49BAMCA0gAMEUCIQCdj1HP8GbK
        1Yt/8p5PvPk9eG8UYB0pUhV7MRiTwbQ7UgIgZClILsZxh7xBIJlB8KTjdpGIxrzF
        dxXFKEKU/EvpFsQ=
        -----END CERTIFICATE-----
        """

    /// The server's key.
    static let key = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgA2QH9Z8e8z5qEd+8
        27hEY38irmffcQRqYnMwCPSUkNmhRANCAAQRGwoGp8+Flkmy5hB3gLvslfKrci3v
        CXJ2X1sMBoYD/2PHYfYHef96O2t6/cNcB6V2NH7GghmkSKuspr0hldmk
        -----END PRIVATE KEY-----
        """
}
