import { useState } from 'react'
import type { Output } from '../../../shared/contract/index.ts'
import { law } from '../../../shared/messages/law/law.fr.ts'
import { date } from '../../../shared/messages/format/numbers.ts'
import { noAnswer } from '../../../shared/rpc/connect.ts'
import { useOffice } from '../../link/office.ts'
import { useCommand, useLink } from '../../link/hooks.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import lettering from '../../ui/Lettering.module.css'
import { say } from '../../link/notices.ts'
import stack from '../../ui/Stack.module.css'
import { Status } from '../../ui/Status.tsx'
import { classes } from '../../ui/classes.ts'
import page from './Law.module.css'
import style from './Package.module.css'
import { Publish } from './Publish.tsx'
import { Trial } from './Trial.tsx'

const words = law.packages
/** How many times a trial under way is asked for: each is waited for ten seconds. */
const patience = 30
type PackageLine = Output<'rules.packages'>['packages'][number]

/** One package: where it comes from, what it brings, what it would change, and whether the office works by it. */
export function PackageCard({
  line,
  onChanged,
}: {
  readonly line: PackageLine
  readonly onChanged: () => void
}) {
  const { zone } = useOffice()
  const link = useLink()
  const [tried, setTried] = useState<Output<'rules.tryPackage'> | null>(null)
  const [isTrying, setTrying] = useState(false)
  const { hash, manifest, trusted, published, procedures, problems } = line
  const tryIt = async () => {
    setTrying(true)
    let result = await link.read('rules.tryPackage', { hash })
    // A trial may last longer than an answer is waited for: it goes on in the host, and is asked for again.
    for (let times = 1; times < patience && 'error' in result; times++) {
      if (result.error.code !== noAnswer.code) break
      result = await link.read('rules.tryPackage', { hash })
    }
    setTrying(false)
    if ('error' in result) say(result.error.message)
    else setTried(result.output)
  }
  const isSound = problems.length === 0
  return (
    <Card label={manifest.name} className={stack.close}>
      <div className={style.packageHead}>
        <h2 className={lettering.heading}>
          {manifest.name}, {words.version(manifest.version)}
        </h2>
        <Status tone={published ? 'done' : isSound ? 'accent' : 'stop'}>
          {published
            ? words.published(date(published.at, zone), published.by)
            : isSound
              ? words.waits
              : words.unsound(problems.length)}
        </Status>
        <Status tone={trusted ? 'quiet' : 'attention'}>{trusted ? words.trusted : words.untrusted}</Status>
      </div>
      <p className={lettering.small}>{words.issued(manifest.issuer, manifest.issuedOn, manifest.reviewBy)}</p>
      {manifest.notes !== '' && <p className={lettering.small}>{manifest.notes}</p>}
      <p className={classes(lettering.label, style.brings)}>{words.procedures}</p>
      <ul role="list">
        {procedures.length === 0 && <li>{words.bringsNone}</li>}
        {procedures.map(({ procedureId, version, title, validFrom }) => (
          <li key={`${procedureId} ${version}`}>{words.brings(title.fr, version, validFrom)}</li>
        ))}
      </ul>
      <code className={page.hash}>{words.hash(hash)}</code>
      {!trusted && <p className={lettering.warning}>{words.untrustedHelp}</p>}
      {!isSound && (
        <>
          <p className={lettering.wrong}>{words.unsoundHelp}</p>
          <ul className={page.bullets}>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </>
      )}
      {published === null && isSound && (
        <Acts apart room="above">
          <Button
            kind={tried ? 'plain' : 'primary'}
            isDisabled={isTrying}
            aria-label={`${tried ? words.tryAgain : words.try} ${manifest.name}`}
            onPress={() => void tryIt()}
          >
            {tried ? words.tryAgain : words.try}
          </Button>
          <span role="status" className={lettering.small}>
            {isTrying && (
              <>
                <progress className={style.progress} aria-label={words.trying} /> {words.trying}
              </>
            )}
          </span>
        </Acts>
      )}
      {tried && <Trial trial={tried} />}
      {published === null && isSound && (
        <Publish
          hash={hash}
          whyNot={trusted ? (tried ? null : words.tryFirst) : words.untrusted}
          onDone={onChanged}
        />
      )}
      {published !== null && <Withdraw hash={hash} name={manifest.name} onDone={onChanged} />}
    </Card>
  )
}

/** Back to the rules before, asked twice at the same place: nothing opens over the page. */
function Withdraw({
  hash,
  name,
  onDone,
}: {
  readonly hash: string
  readonly name: string
  readonly onDone: () => void
}) {
  const withdraw = useCommand('rules.withdraw')
  const [isAsked, setAsked] = useState(false)
  const send = async () => {
    if (!('output' in (await withdraw({ hash })))) return
    say(words.withdrawnNow, 'done')
    onDone()
  }
  return (
    <Acts apart room="above">
      {isAsked ? (
        <>
          <Button kind="primary" autoFocus onPress={() => void send()}>
            {words.confirmWithdraw}
          </Button>
          <Button onPress={() => setAsked(false)}>{words.keep}</Button>
        </>
      ) : (
        <Button aria-label={`${words.withdraw} ${name}`} onPress={() => setAsked(true)}>
          {words.withdraw}
        </Button>
      )}
      <span className={lettering.small}>{words.withdrawHelp}</span>
    </Acts>
  )
}
