import { Menu, type MenuItemConstructorOptions } from 'electron'
import { installed } from '../../shared/messages/updates/installed.fr.ts'
import { shell } from '../../shared/messages/shell.fr.ts'
import type { Station } from '../../shared/contract/stations.ts'
import type { Bar } from './bar.ts'
import { barKeys } from './barKeys.ts'
import type { KeySet } from '../system/kept.ts'
import type { BarWidth } from './barPlace.ts'

export type MenuActs = {
  readonly open: (station: Station) => void
  /** The stations that may be opened here. */
  readonly offered: readonly Station[]
  /** Null: this machine has joined no other's office. */
  readonly leave: (() => void) | null
  /** The station that this machine opens at start, null before the choice. */
  readonly atStart: () => Station | null
  readonly setAtStart: (station: Station) => void
  readonly bar: Pick<Bar, 'isOpen' | 'choices' | 'choose'>
  readonly offeredKeys: readonly KeySet[]
  readonly toggleBar: () => void
  readonly school: boolean
  /** Null: the command line said which one. */
  readonly switchSchool: (() => void) | null
  readonly about: () => void
  readonly folder: () => void
  /** Null: run from its sources, where none are written. */
  readonly notices: (() => void) | null
  readonly quit: () => void
  readonly devTools: boolean
}

const text = shell.menu
const line: MenuItemConstructorOptions = { type: 'separator' }

/** Another key for an item that is already there. */
const hidden = (role: 'zoomIn' | 'zoomOut', key: string): MenuItemConstructorOptions => ({
  role,
  label: text[role],
  accelerator: `CommandOrControl+${key}`,
  visible: false,
  acceleratorWorksWhenHidden: true,
})

/** The application's menu, in French; kiosk and display windows have none. */
export function applicationMenu(acts: MenuActs): Menu {
  const station = (name: Station): MenuItemConstructorOptions => ({
    id: `open-${name}`,
    label: shell.stations[name],
    click: () => acts.open(name),
  })
  const start = (name: Station): MenuItemConstructorOptions => ({
    id: `start-${name}`,
    label: shell.stations[name],
    type: 'checkbox',
    checked: acts.atStart() === name,
    click: () => acts.setAtStart(name),
  })
  const chosen = acts.bar.choices()
  const width = (name: BarWidth, label: string): MenuItemConstructorOptions => ({
    id: `bar-${name}`,
    label,
    type: 'radio',
    checked: chosen.width === name,
    click: () => acts.bar.choose({ width: name }),
  })
  const keys = (name: KeySet): MenuItemConstructorOptions => ({
    id: `bar-keys-${name}`,
    label: shell.bar.keysOf(shell.bar.keySets[name], barKeys),
    type: 'radio',
    checked: chosen.keys === name,
    click: () => acts.bar.choose({ keys: name }),
  })
  const school = { id: 'switch-school', label: acts.school ? text.office : text.school }
  return Menu.buildFromTemplate([
    {
      label: shell.name,
      submenu: [
        ...(acts.switchSchool ? [{ ...school, click: acts.switchSchool }, line] : []),
        ...(acts.leave ? [{ id: 'leave-office', label: shell.joining.leave, click: acts.leave }, line] : []),
        // No key: on an AZERTY keyboard Ctrl+Q lies under Ctrl+A, and would end the office under everyone.
        { id: 'close', label: text.close, click: (_item, window) => window?.close() },
        { id: 'quit', label: text.quit, click: acts.quit },
      ],
    },
    {
      label: text.edit,
      submenu: [
        { role: 'undo', label: text.undo },
        { role: 'redo', label: text.redo },
        line,
        { role: 'cut', label: text.cut },
        { role: 'copy', label: text.copy },
        { role: 'paste', label: text.paste },
        { role: 'selectAll', label: text.selectAll },
      ],
    },
    {
      label: text.stations,
      submenu: [
        ...acts.offered.map(station),
        line,
        { label: text.startWith, submenu: acts.offered.map(start) },
      ],
    },
    {
      label: text.bar,
      submenu: [
        {
          id: 'bar',
          label: text.barShown,
          type: 'checkbox',
          checked: acts.bar.isOpen(),
          accelerator: 'CommandOrControl+B',
          click: acts.toggleBar,
        },
        line,
        width('wide', text.barWide),
        width('short', text.barShort),
        line,
        { label: text.barKeys, submenu: acts.offeredKeys.map(keys) },
      ],
    },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn', label: text.zoomIn },
        { role: 'zoomOut', label: text.zoomOut },
        { role: 'resetZoom', label: text.resetZoom },
        // On an AZERTY keyboard « - » is the key of the 6, that Chromium knows by its figure; and the keypad's own.
        ...(['6', 'numsub'] as const).map((key) => hidden('zoomOut', key)),
        hidden('zoomIn', 'numadd'),
        line,
        { role: 'togglefullscreen', label: text.fullScreen },
        ...(acts.devTools ? [line, { role: 'toggleDevTools', label: text.devTools } as const] : []),
      ],
    },
    {
      label: text.help,
      submenu: [
        { id: 'about', label: text.about, click: acts.about },
        { id: 'folder', label: text.folder, click: acts.folder },
        ...(acts.notices ? [{ id: 'notices', label: installed.notices, click: acts.notices }] : []),
      ],
    },
  ])
}
