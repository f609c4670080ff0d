import { dialog } from 'electron'
import { shell } from '../../shared/messages/shell.fr.ts'

/** Whether this machine really leaves the office that it joined: coming back takes a code, so staying is the usual answer. */
export async function leavingConfirmed(officeName: string): Promise<boolean> {
  const { leaveAsked, leaveYes, leaveNo } = shell.joining
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: shell.name,
    message: leaveAsked(officeName),
    buttons: [leaveNo, leaveYes],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}
