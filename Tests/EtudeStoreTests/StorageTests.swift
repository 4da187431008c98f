import EtudeCore
import Testing

@testable import EtudeStore

struct StorageTests {
    private let mounts = #"""
        22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
        30 22 0:40 / /home rw - autofs auto.home rw
        31 30 0:41 / /home rw shared:2 master:3 - nfs4 server:/home rw
        32 22 0:42 / /mnt/my\040disk rw - fuse.ntfs-3g /dev/sdb1 rw
        33 22 0:43 / /scratch rw - lustre scratch rw
        34 33 0:44 / /scratch/local rw - xfs /dev/sdc1 rw
        a line that is no mount
        """#

    @Test(
        "the longest mount point above a path says its type, the last of several at one point",
        arguments: [
            ("/", "ext4"), ("/homely/x", "ext4"), ("/home", "nfs4"), ("/home/me/x", "nfs4"),
            ("/mnt/my disk/x", "fuse.ntfs-3g"), ("/scratch/run", "lustre"), ("/scratch/local/run", "xfs"),
        ]
    )
    func mountTable(path: String, type: String) {
        #expect(Storage.fileSystemType(of: path, mounts: mounts) == type)
    }

    @Test func `an empty table says nothing`() {
        #expect(Storage.fileSystemType(of: "/", mounts: "") == nil)
    }

    @Test func `the process's own table is no network file system`() throws {
        #expect(try !Storage.isNetwork(path: "/proc/self"))
    }

    @Test func `a path that does not exist is an error with the path`() {
        #expect {
            try Storage.isNetwork(path: "/nowhere/at-all")
        } throws: { error in
            (error as? EtudeError)?.code == .io && "\(error)".contains("/nowhere/at-all")
        }
    }
}
