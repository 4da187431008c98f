import EtudeCore
import Testing

@Suite struct SeedTests {
    /// The leading eight bytes of `printf 'etude-seed-1\n0\na' | sha256sum`, without their top bit, and so on.
    @Test(arguments: [
        (Seed(0).child(), "67d492f7f976fc8f"),
        (Seed(0).child("a"), "69ac944c0f686b68"),
        (Seed(20_261_120).child("space", "train"), "1a58eb488bd8ecfe"),
        (Seed(20_261_120).child("space", "train", "x"), "3269fb8bb02ab477"),
        (Seed(.max).child("a", "b"), "14986cbb909662f9"),
    ])
    func `a child is the hash of its parent and its labels`(child: Seed, hex: String) {
        #expect(child.description == hex)
    }

    @Test func `every label and every parent has a child of its own`() {
        let root = Seed(1)
        let children = [
            root.child("a"), root.child("b"), root.child("a", "b"), root.child("b", "a"), root.child("ab"),
            root.child("a").child("b"), Seed(2).child("a"),
        ]
        #expect(Set(children).count == children.count)
    }

    @Test func `a seed has 63 bits, is shown with sixteen digits and goes over the wire with 31 bits`() {
        #expect(Seed(.max).value == 0x7FFF_FFFF_FFFF_FFFF)
        #expect(Seed(1 << 63 | 5) == Seed(5))
        #expect(Seed(255).description == "00000000000000ff")
        #expect(Seed(.max).description == "7fffffffffffffff")
        #expect(Seed(0x1_8000_0007).wire == 7)
        #expect(Seed(.max).wire == 0x7FFF_FFFF)
    }
}
