import { app as appWords } from '../../../shared/messages/app.fr.ts'
import { settings as texts } from '../../../shared/messages/office/settings.fr.ts'
import { openStation } from '../../link/shell.ts'
import { useView } from '../../link/hooks.ts'
import { Button } from '../../ui/Button.tsx'
import { Group } from '../../ui/Column.tsx'
import style from '../Settings.module.css'

const words = texts.administration
const others = ['counter', 'reception', 'files', 'documents', 'kiosk', 'display', 'supervision'] as const

/**
 * How the other stations are opened: by the application, by the addresses that the host prints, or, at a station of another
 * machine, which is that one station alone, where they are paired.
 */
export function Stations() {
  const own = useView('station.me', {})
  if (own === undefined) return null
  const isPaired = own.station !== null
  const open = isPaired ? undefined : openStation
  const help = open ? words.stationsElectron : words.stationsBrowser
  return (
    <Group title={words.stations}>
      <p className={style.small}>{isPaired ? words.stationsPaired : help}</p>
      {open && (
        <div className={`${style.acts!} ${style.add!}`}>
          {others.map((station) => (
            <Button
              key={station}
              size="dense"
              aria-label={words.openStation(appWords.stationNames[station])}
              onPress={() => open(station)}
            >
              {appWords.stationNames[station]}
            </Button>
          ))}
        </div>
      )}
    </Group>
  )
}
