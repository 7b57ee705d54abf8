import { parseMdx } from '#course/adapters/satteri-markdown';
import { check, overlay } from '/work/main/tests/unit/authoring/overlay.ts';
const t=(n:string,s:string)=>{const a=Date.now(); parseMdx('x',s); console.log(n,Date.now()-a)};
t('under 2e4','_a'.repeat(2e4));t('under 4e4','_a'.repeat(4e4));t('under 8e4','_a'.repeat(8e4));
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives: [test]\n---\n\n## Second\n\n';
for (const [n,u,k] of [['term','<Term id="zzz">a</Term> ',1e4],['pipe','|a',1e5],['table','|a|b|\n|-|-|\n'+'|a|b|\n',5e3],['foot','[^a]',3e4],['q','?!" ',1e5],['choice','<Choice id="a">\n\nx\n\n- [ ] a\n\n</Choice>\n\n',1e3]] as [string,string,number][]) {
  const s=front+u.repeat(k)+'\n'; t('parse '+n,s);
  const a=Date.now(); const f=overlay({'courses/demo/first/two/en.mdx':s}); const r=check(f).length; console.log(n,r,Date.now()-a);
}
