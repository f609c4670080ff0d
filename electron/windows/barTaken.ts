import { dialog } from 'electron'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { KeySet } from '../system/kept.ts'
import { alertKey, type BarKey } from './barKeys.ts'

/** Says that another program holds these shortcuts of the bar. */
export function sayTaken(set: KeySet, keys: readonly BarKey[]): void {
  const message = shell.bar.taken(
    keys.flatMap((key) => (key === alertKey ? [] : [`${shell.bar.keySets[set]}+${key}`])),
    keys.includes(alertKey),
  )
  // No parent: a window that is being worked in is not held up.
  void dialog.showMessageBox({ type: 'info', title: shell.name, message, buttons: [shell.ok] })
}
