import { check, overlay, read } from '/work/main/tests/unit/authoring/overlay.ts';
import { fixContent } from '#authoring';
const front = '---\ntitle: Two\nsummary: A page.\ngoal: test.\nobjectives: [test]\n---\n\n## Second\n\n';
for (const [n,u,k] of [['dots','.',1e7],['apos',"a'",2e6],['aposw',"o' ",2e6],['open','‘',3e6],['brace2','{{a',1000],['nul','\0\n',2e5],['dir','\u202e',2e6],['dirline','\u202ea\n',1e5],['mixed','aб ',1e5],['star','*a ',2e5],['under','_a',2e5],['br','[a](',1e5],['quote','> ',1000],['tick','`',1e6],['tick2','` a ``',1e5],['link','[a](../x/) ',2e4],['lt','<a ',1e4],['amp','&#x0',1e6],['list','- a\n',5e4], ['heading','## a\n\n',5e3],['term','<Term id="zzz">a</Term> ',2e4],['pipe','|a',1e5],['table','|a|b|\n|-|-|\n'+'|a|b|\n',1e4],['foot','[^a]',1e5],['q','?!" ',1e5]] as [string,string,number][]) {
  const a=Date.now(); const f=overlay({'courses/demo/first/two/en.mdx':front+u.repeat(k)+'\n','courses/demo/first/two/uz.mdx':front+u.repeat(k)+'\n'});
  let r; try { r=check(f).length } catch(e){ r=String((e as Error).stack).slice(0,300)} const b=Date.now();
  let s; try { s=fixContent(f,read).size } catch(e){ s=String((e as Error).stack).slice(0,300)}
  console.log(n,r,b-a,s,Date.now()-b);
}
