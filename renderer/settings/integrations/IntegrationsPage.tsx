import type { Input, Output } from '../../../shared/contract/index.ts'
import type { SoftwareSettings } from '../../../shared/contract/integrations/calls.ts'
import { integrationsWords as words } from '../../../shared/messages/integrations/integrations.fr.ts'
import { Acts } from '../../ui/Acts.tsx'
import { Button } from '../../ui/Button.tsx'
import { DeadLetters } from './DeadLetters.tsx'
import { Permitted } from './Permitted.tsx'
import style from './Integrations.module.css'
import { Tokens, type TokenActs } from './Tokens.tsx'
import { Webhooks, type WebhookActs } from './Webhooks.tsx'

export type IntegrationsActs = {
  readonly tokens: TokenActs
  readonly webhooks: WebhookActs
  readonly replay: (input: Input<'webhook.replay'>) => Promise<void>
  readonly set: (settings: SoftwareSettings) => Promise<boolean>
  readonly reload: () => void
}

/** « Autres logiciels »: what each may do here, where events go, what could not be delivered. */
export const IntegrationsPage = ({
  shown: { tokens, webhooks, dead, settings },
  acts,
}: {
  readonly shown: Output<'software.show'>
  readonly acts: IntegrationsActs
}) => (
  <>
    <div className={style.two}>
      <div>
        <Tokens tokens={tokens} acts={acts.tokens} />
      </div>
      <div>
        <Webhooks webhooks={webhooks} acts={acts.webhooks} />
      </div>
    </div>
    <DeadLetters dead={dead} webhooks={webhooks} onReplay={acts.replay} />
    <Acts room="around">
      <Button onPress={acts.reload}>{words.reload}</Button>
    </Acts>
    <Permitted settings={settings} onSet={acts.set} />
  </>
)
