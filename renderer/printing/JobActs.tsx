import { useState } from 'react'
import type { PrinterId } from '../../shared/contract/ids.ts'
import {
  cancelReasons,
  type CancelReason,
  type PrinterNow,
  type PrintJob,
} from '../../shared/contract/printing/calls.ts'
import { printing } from '../../shared/messages/printing/printing.fr.ts'
import { Acts } from '../ui/Acts.tsx'
import { Select } from '../ui/Select.tsx'
import { Button } from '../ui/Button.tsx'
import type { PrintingActs } from './acts.ts'
import style from './Printing.module.css'

const words = printing.page

/** What can be done of a paper: try again, send it elsewhere, cancel it with why. Asked in place, one at a time. */
export function JobActs({
  job,
  printers,
  acts,
  onSaid,
}: {
  readonly job: PrintJob
  readonly printers: readonly PrinterNow[]
  readonly acts: PrintingActs
  readonly onSaid: (sentence: string) => void
}) {
  const [asked, setAsked] = useState<'redirect' | 'cancel' | null>(null)
  const { jobId, title, state } = job
  const others = printers.filter(({ printerId }) => printerId !== job.printerId)
  const close = () => setAsked(null)

  if (asked === 'redirect')
    return (
      <Redirect
        others={others}
        onCancel={close}
        onSend={async (printerId) => {
          close()
          const name = others.find((other) => other.printerId === printerId)?.name ?? printerId
          if (await acts.redirect({ jobId, printerId })) onSaid(words.redirected(title, name))
        }}
      />
    )
  if (asked === 'cancel')
    return (
      <Why
        onCancel={close}
        onSend={async (reason) => {
          close()
          if (await acts.cancel({ jobId, reason })) onSaid(words.cancelledJob(title))
        }}
      />
    )
  return (
    <Acts as="span">
      {state === 'retrying' && (
        <Button
          size="dense"
          aria-label={words.retryFor(title)}
          onPress={() => {
            void acts.retry({ jobId }).then((done) => done && onSaid(words.retried(title)))
          }}
        >
          {words.retry}
        </Button>
      )}
      {others.length > 0 && (
        <Button size="dense" aria-label={words.redirectFor(title)} onPress={() => setAsked('redirect')}>
          {words.redirect}
        </Button>
      )}
      {state !== 'cancelled' && (
        <Button
          kind="quiet"
          size="dense"
          aria-label={words.cancelFor(title)}
          onPress={() => setAsked('cancel')}
        >
          {words.cancel}
        </Button>
      )}
    </Acts>
  )
}

function Redirect({
  others,
  onSend,
  onCancel,
}: {
  readonly others: readonly PrinterNow[]
  readonly onSend: (printerId: PrinterId) => Promise<void>
  readonly onCancel: () => void
}) {
  // A printer that works, before one that doesn't.
  const best = others.find(({ problem, screen }) => problem === null && !screen) ?? others[0]
  const [to, setTo] = useState<PrinterId | undefined>(best?.printerId)
  if (to === undefined) return null
  return (
    <span className={style.asked}>
      <Select
        label={words.redirectTo}
        value={to}
        options={others.map(({ printerId, name }) => ({ value: printerId, title: name }))}
        onChange={setTo}
      />
      <Button autoFocus kind="primary" size="dense" onPress={() => void onSend(to)}>
        {words.send}
      </Button>
      <Button kind="quiet" size="dense" onPress={onCancel}>
        {words.back}
      </Button>
    </span>
  )
}

function Why({
  onSend,
  onCancel,
}: {
  readonly onSend: (reason: CancelReason) => Promise<void>
  readonly onCancel: () => void
}) {
  const [reason, setReason] = useState<CancelReason>('mistake')
  return (
    <span className={style.asked}>
      <Select
        label={words.why}
        value={reason}
        options={cancelReasons.map((value) => ({ value, title: words.reasons[value] }))}
        onChange={setReason}
      />
      <Button autoFocus size="dense" onPress={() => void onSend(reason)}>
        {words.doCancel}
      </Button>
      <Button kind="quiet" size="dense" onPress={onCancel}>
        {words.back}
      </Button>
    </span>
  )
}
