import { grouped, type Calls } from '../define.ts'
import { fileActs } from './commands.ts'
import { drawerActs } from './drawer.ts'
import { pieceActs } from './pieces.ts'
import { fileReads } from './reads.ts'

export interface FilesCalls
  extends
    Calls<typeof fileActs>,
    Calls<typeof drawerActs>,
    Calls<typeof pieceActs>,
    Calls<typeof fileReads> {}

/** All that crosses a process of this capability: what a request becomes after the visit. */
export const filesCalls = grouped<FilesCalls>()({ ...fileActs, ...drawerActs, ...pieceActs, ...fileReads })
