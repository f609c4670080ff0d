import { BellRing } from 'lucide-react'
import { isSpanSaid, levelOf } from '../../shared/contract/waits/waits.ts'
import { ticketNumber } from '../../shared/messages/format/numbers.ts'
import { waitMinutes } from '../../shared/messages/waits/roughTime.ts'
import { classes } from '../ui/classes.ts'
import type { Shown } from './flow.ts'
import { KioskButton } from './KioskButton.tsx'
import { noticeStep } from './Notice.tsx'
import style from './Ticket.module.css'
import { Said } from './Said.tsx'
import { Screen } from './Screen.tsx'
import { useVisit } from './visit.ts'
import { useWords } from './words.ts'
import { Qr } from '../ui/Qr.tsx'

/** « A 142 » and « A 1042 » are written smaller, so that they keep within the screen. */
export const sizes: Readonly<Record<number, string | undefined>> = {
  4: style.wide,
  5: style.wider,
  6: style.wider,
}

/** A code in groups of four, as on paper. */
export const grouped = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** The ticket on the screen: its number huge, then what to do with it. */
export function Ticket({ shown }: { readonly shown: Shown }) {
  const { view, wish, go, reset, away } = useVisit()
  const words = useWords()
  const printed = view.printsTickets
  const { motive, number } = shown
  return (
    <Screen
      title={shown.replaces ? words.replaced : words.yourTicket}
      {...(motive ? { help: <Said>{motive.title}</Said> } : {})}
      foot={
        <div className={style.acts}>
          <KioskButton kind="primary" wide onPress={reset}>
            {printed ? words.donePrinted : words.done}
          </KioskButton>
          {!shown.noticed && !away && view.notices.length > 0 && (
            <KioskButton
              wide
              icon={<BellRing aria-hidden size={32} />}
              onPress={() => go(noticeStep(view.notices, shown))}
            >
              {words.notice}
            </KioskButton>
          )}
          <KioskButton wide onPress={() => go({ at: 'leaving', shown })}>
            {words.leave}
          </KioskButton>
        </div>
      }
    >
      <div className={style.columns}>
        <p className={classes(style.number, sizes[number.length])} role="status" dir="ltr">
          {ticketNumber(number)}
        </p>
        <div className={style.lines}>
          <Place shown={shown} />
          <p>{printed ? words.paper : view.printerTrouble ? words.printerTrouble : words.noPaper}</p>
          <p>{wish.arrangements.includes('screenOnly') ? words.watchOnly : words.watch}</p>
          <p className={style.code}>
            {words.code} <strong dir="ltr">{grouped(shown.code)}</strong>
          </p>
          {shown.noticed && <p className={style.ahead}>{words.noticeAsked}</p>}
        </div>
        {view.follow !== null && <Follow address={view.follow} code={shown.code} />}
      </div>
    </Screen>
  )
}

/** Where the person stands: their appointment, their place kept, the wait announced, who is before them. */
function Place({ shown }: { readonly shown: Shown }) {
  const { zone, wish } = useVisit()
  const words = useWords()
  const { appointment, keptFrom, motive, ahead, announced, replaces } = shown
  const noCounter = motive?.openCounters === 0 && !replaces
  const level = announced === null || noCounter ? null : levelOf(announced.sure)
  return (
    <>
      {replaces && <p className={style.ahead}>{words.replacedHelp}</p>}
      {appointment && (
        <p className={style.ahead}>{words.appointmentAt(words.hour(appointment.startsAt, zone))}</p>
      )}
      {keptFrom !== undefined && <p className={style.ahead}>{words.hourKept(words.hour(keptFrom, zone))}</p>}
      {appointment?.late && <p className={style.noCounter}>{words.appointmentLate}</p>}
      {announced && level !== null && isSpanSaid(level) && (
        <p className={style.ahead}>{words.waitShort(...waitMinutes(announced))}</p>
      )}
      {level === 'unlikely' && <p className={style.noCounter}>{words.unlikely}.</p>}
      {/* A priority goes before some of them. */}
      {ahead !== null && !wish.priority && (
        <p className={announced && !noCounter ? undefined : style.ahead}>{words.ahead(ahead)}</p>
      )}
      {noCounter && <p className={style.noCounter}>{words.noCounter}.</p>}
      {wish.requests > 1 && !replaces && <p>{words.requests(wish.requests)}</p>}
      {wish.priority && !replaces && (
        <p>
          {words.priorityAsked} ({words.priorityShow})
        </p>
      )}
    </>
  )
}

/** The ticket on the person's own telephone: an address of the office's network, as a code to photograph and in words. */
function Follow({ address, code }: { readonly address: string; readonly code: string }) {
  const { language } = useVisit()
  const words = useWords()
  return (
    <div className={style.follow}>
      <Qr text={`${address}?lang=${language}&code=${code}`} className={style.photographed} />
      <p className={style.address}>
        {words.follow} <span dir="ltr">{address}</span>
      </p>
    </div>
  )
}
