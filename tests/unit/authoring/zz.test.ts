import { test } from 'vitest';
import { check, overlay, overlayFixture, fixtureNames } from './overlay.ts';
test('x', () => { console.log('BASE', check(overlay({})));
 for (const n of fixtureNames) { console.log(`  '${n}': [\n` + check(overlayFixture(n)).map(p=>`    ['${p.file}', ${p.line}, ${p.column}, '${p.rule}'],${process.env.MSG ? `\n  //  ${p.message}\n  //    -> ${p.hint}`:''}`).join('\n')+'\n  ],'); }
});
