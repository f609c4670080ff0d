import type { Decisions } from '../decision.ts'
import { openFile, describeFile } from './opening.ts'
import { addPiece, requestPieces, holdOriginals, returnOriginals } from './pieces.ts'
import { acknowledgeFile, cancelForwarding, forwardFile } from './forwarding.ts'
import { decideFile, keepDraft, keepLetter, handOver, closeFile } from './concluding.ts'
import { titleArrived, notifyTitles, destroyTitles } from './drawer.ts'

/** Each command of files, and what decides it. */
export const filesDecisions = {
  'file.open': openFile,
  'file.describe': describeFile,
  'file.addPiece': addPiece,
  'file.requestPieces': requestPieces,
  'file.acknowledge': acknowledgeFile,
  'file.forward': forwardFile,
  'file.cancelForwarding': cancelForwarding,
  'file.decide': decideFile,
  'file.keepDraft': keepDraft,
  'file.keepLetter': keepLetter,
  'file.titleArrived': titleArrived,
  'file.notify': notifyTitles,
  'file.destroyTitles': destroyTitles,
  'file.handOver': handOver,
  'file.holdOriginals': holdOriginals,
  'file.returnOriginals': returnOriginals,
  'file.close': closeFile,
} satisfies Decisions
