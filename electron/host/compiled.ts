import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Read before the host or the command line (`node --import`): what Node compiled of the sources is kept beside them, for
// whoever may write there, and the next start takes half the time. Where nothing can be kept, all is compiled again.
enableCompileCache(join(import.meta.dirname, '..', '..', 'out', 'compiled'))
