// Written by electron/host/rules/compile.ts: change the rules, not this list.
import autre1 from './autre-1.json' with { type: 'json' }
import cni1 from './cni-1.json' with { type: 'json' }
import copieActe1 from './copie-acte-1.json' with { type: 'json' }
import deces1 from './deces-1.json' with { type: 'json' }
import elections1 from './elections-1.json' with { type: 'json' }
import legalisation1 from './legalisation-1.json' with { type: 'json' }
import naissance1 from './naissance-1.json' with { type: 'json' }
import recensement1 from './recensement-1.json' with { type: 'json' }

/** The rule files of this program, as JSON. */
export const compiledProcedures: readonly unknown[] = [
  autre1,
  cni1,
  copieActe1,
  deces1,
  elections1,
  legalisation1,
  naissance1,
  recensement1,
]
