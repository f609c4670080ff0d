import { useState } from 'react'
import type { Input, Output } from '../../../shared/contract/index.ts'
import { Scope } from '../../../shared/contract/integrations/calls.ts'
import { date } from '../../../shared/messages/format/numbers.ts'
import { integrationsWords } from '../../../shared/messages/integrations/integrations.fr.ts'
import { useNow } from '../../link/clock.ts'
import { useOffice } from '../../link/office.ts'
import { OpenedForm } from '../../ui/Form.tsx'
import { About } from '../../ui/Rows.tsx'
import { Ticks } from '../../ui/Check.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { dayOrNone } from '../../ui/dates.ts'
import { Field } from '../../ui/Field.tsx'
import lettering from '../../ui/Lettering.module.css'
import { Issued } from './Issued.tsx'
import style from './Integrations.module.css'
import { LocalDate, type Instant } from '../../../shared/contract/ids.ts'
import { wordsIn } from '../../../shared/contract/letters.ts'
import { instantOf } from '../../../shared/domain/core/calendar/index.ts'

const words = integrationsWords.tokens

/** The list's words, as it names them. */
const listed = {
  title: words.title,
  help: words.help,
  none: words.none,
  add: words.add,
  takeBack: words.revoke,
  takeBackHelp: words.revokeHelp,
  takeBackSure: words.revokeSure,
  takeBackFor: words.revokeFor,
  takenBack: words.revoked,
  shown: words.shown,
}

type Token = Output<'software.show'>['tokens'][number]

export type TokenActs = {
  /** The secret, or null when it was refused. */
  readonly create: (input: Input<'apiToken.create'>) => Promise<string | null>
  readonly revoke: (tokenId: Token['tokenId']) => Promise<boolean>
}

/** Which software has a token, for what, until when, and when it last used it. */
export function Tokens({ tokens, acts }: { readonly tokens: readonly Token[]; readonly acts: TokenActs }) {
  return (
    <Issued
      words={listed}
      lines={tokens.map((token) => ({
        id: token.tokenId,
        label: token.label,
        content: <TokenSaid token={token} />,
      }))}
      form={TokenForm}
      create={acts.create}
      takeBack={(id) => acts.revoke(id as Token['tokenId'])}
    />
  )
}

function TokenSaid({ token: { label, scopes, until, usedAt } }: { readonly token: Token }) {
  const { zone } = useOffice()
  const now = useNow(60_000)
  const ends =
    until === null
      ? words.endless
      : until <= now
        ? words.expired(date(until, zone))
        : words.ends(date(until - 1, zone))
  const used = usedAt === null ? words.unused : words.used(date(usedAt, zone))
  return (
    <About least={220}>
      <span className={lettering.strong}>{label}</span>
      <br />
      <span className={style.help}>
        {scopes.map((scope) => integrationsWords.scopes[scope].title).join(', ')} ({used}, {ends})
      </span>
    </About>
  )
}

function TokenForm({
  onSend,
  onCancel,
}: {
  readonly onSend: (input: Input<'apiToken.create'>) => Promise<void>
  readonly onCancel: () => void
}) {
  const { zone } = useOffice()
  const now = useNow(60_000)
  const [label, setLabel] = useState('')
  const [scopes, setScopes] = useState<readonly Scope[]>([])
  const [day, setDay] = useState('')
  const [tried, setTried] = useState(false)
  const until = day === '' ? null : endOfDay(zone, day)
  const wrongUntil = until === undefined || (until !== null && until <= now)
  return (
    <OpenedForm
      act={words.create}
      cancel={integrationsWords.cancel}
      onCancel={onCancel}
      aria-label={words.add}
      onSend={() => {
        setTried(true)
        if (wordsIn(label) === '' || scopes.length === 0 || wrongUntil) return
        void onSend({ label: wordsIn(label), scopes: [...scopes], until })
      }}
    >
      <Field
        label={words.label}
        detail={words.labelHelp}
        startsFocused
        maxLength={80}
        value={label}
        error={tried && wordsIn(label) === '' ? words.wrong.label : undefined}
        onChange={setLabel}
      />
      <div role="group" aria-label={words.scopes}>
        <p className={lettering.legend}>{words.scopes}</p>
        <Ticks
          values={scopes}
          options={Scope.options.map((value) => ({
            value,
            title: (
              <>
                {integrationsWords.scopes[value].title}
                <br />
                <span className={style.help}>{integrationsWords.scopes[value].help}</span>
              </>
            ),
          }))}
          onChange={setScopes}
        />
        {tried && scopes.length === 0 && (
          <p role="alert" className={lettering.wrong}>
            {words.wrong.scopes}
          </p>
        )}
      </div>
      <DateField
        label={words.until}
        detail={words.untilHelp}
        value={dayOrNone(day)}
        error={tried && wrongUntil ? words.wrong.until : undefined}
        onChange={(typed) => setDay(typed ?? '')}
      />
    </OpenedForm>
  )
}

/** The last instant of a day in the office's zone, excluded; undefined when what was typed is no day. */
function endOfDay(zone: string, typed: string): Instant | undefined {
  const day = LocalDate.safeParse(typed)
  return day.success ? instantOf(zone, day.data, 1440) : undefined
}
