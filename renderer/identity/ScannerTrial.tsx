import { useState } from 'react'
import { adviceFor } from '../../shared/identity/manner.ts'
import { scanHolds } from '../../shared/identity/scans.ts'
import { scannerWords as words } from '../../shared/messages/identity/scanner.fr.ts'
import { Button } from '../ui/Button.tsx'
import lettering from '../ui/Lettering.module.css'
import { chooseSerial, forgetSerial, useSerialState } from './serial.ts'
import { useWedgeTrial, type Heard } from './useWedge.ts'
import style from './ScannerTrial.module.css'

/** Tries the scanner of this station: how it types, what it read, what to change on it. Nothing of it is for the page. */
export function ScannerTrial() {
  const [heard, setHeard] = useState<Heard | null>(null)
  useWedgeTrial(setHeard)
  return (
    <section className={style.trial} aria-label={words.open}>
      <p>{words.help}</p>
      <div role="status" className={style.said}>
        {heard === null ? <p>{words.waiting}</p> : 'cut' in heard ? <p>{words.cut}</p> : <Read {...heard} />}
      </div>
      <p className={lettering.small}>{words.silent}</p>
      <SerialScanner />
    </section>
  )
}

/** The scanner on a serial port: chosen once, where the system has such ports. */
function SerialScanner() {
  const state = useSerialState()
  return (
    <>
      <p role="status">{words.serial.states[state]}</p>
      {state !== 'absent' && (
        <div className={style.acts}>
          <Button size="dense" onPress={() => void chooseSerial()}>
            {words.serial.choose}
          </Button>
          {state !== 'none' && (
            <Button size="dense" kind="quiet" onPress={() => void forgetSerial()}>
              {words.serial.forget}
            </Button>
          )}
        </div>
      )}
    </>
  )
}

function Read({ scan, manner }: Extract<Heard, { readonly scan: unknown }>) {
  const advices = manner === null ? [] : adviceFor(manner)
  return (
    <>
      <p>
        <strong>{manner === null ? words.serial.manner : words.manner(manner)}</strong>
      </p>
      <p>{words.read(scan.kind)}</p>
      <pre className={style.text}>{shown(scan.text)}</pre>
      {!scanHolds(scan) && <p>{words.wrong}</p>}
      {advices.length === 0 ? (
        <p>{words.good}</p>
      ) : (
        <ul>
          {advices.map((advice) => (
            <li key={advice}>{words.advice(advice)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The separators of a code have a picture each (U+2400 and after). */
const shown = (text: string): string =>
  [...text]
    .map((character) =>
      character < ' ' && character !== '\n'
        ? String.fromCharCode(0x2400 + character.charCodeAt(0))
        : character,
    )
    .join('')
