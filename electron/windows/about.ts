import { app, dialog } from 'electron'
import { installed } from '../../shared/messages/updates/installed.fr.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Updates } from '../system/updates/updates.ts'

/** « À propos »: the versions, what there is to say of updates, and whether the one that was left may come back. */
export async function showAbout(updates: Pick<Updates, 'said' | 'leftAgain' | 'takeLeft'>): Promise<void> {
  const { electron, chrome } = process.versions
  const versions = shell.about({ app: app.getVersion(), electron, chromium: chrome })
  const message = [versions, updates.said()].filter((line) => line !== null).join('\n\n')
  const left = updates.leftAgain()
  const buttons = left === null ? [shell.ok] : [shell.ok, installed.updates.takeLeft(left)]
  const { response } = await dialog.showMessageBox({
    type: 'info',
    title: shell.name,
    message,
    buttons,
    defaultId: 0,
    cancelId: 0,
  })
  if (response === 1) await updates.takeLeft()
}
