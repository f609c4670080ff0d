import { openLog, type Log } from '../host/core/log.ts'

/** The main process's own log, `DIR/logs/application.jsonl`, beside the host's: two files of 1 MiB at most. */
export const openMainLog = (dir: string): Log => openLog(dir, null, 'application', 1024 * 1024)
