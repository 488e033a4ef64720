import CSpawn
import Synchronization

/// Makes this process the one that reaps a browser's processes while they are killed.
///
/// They are grandchildren, whose zombies would go to process 1; in a container that is often a program that never
/// reaps. It holds for the whole process, so it is on for those moments only.
enum OrphanAdoption {
    private static let users = Mutex(0)

    static func begin() {
        users.withLock { count in
            count += 1
            if count == 1 { cspawn_adopt_orphans(true) }
        }
    }

    static func end() {
        users.withLock { count in
            count -= 1
            if count == 0 { cspawn_adopt_orphans(false) }
        }
    }
}
