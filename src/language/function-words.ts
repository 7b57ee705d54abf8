import type { Locale } from './registry.ts';
import { foldText } from './text.ts';

/**
 * Words of the closed classes that nobody looks up by themselves: pronouns, postpositions and prepositions,
 * conjunctions, question words, articles, auxiliaries. Nouns, verbs and adjectives are never here, however frequent.
 */
const words: Readonly<Record<Locale, string>> = {
  az: `mən sən o onu ona ondan biz siz onlar bu bunu buna bundan həmin özü özünüz özünüzü öz hər heç bütün bəzi bir və ilə ya yaxud amma ancaq lakin isə
    ki də da üçün kimi görə qədər sonra əvvəl haqqında barədə nə kim kimə kimin kimi niyə necə hansı harada haradan nə
    neçə başqasının daha çox ən lap yox deyil var olar olmaz sizindir sizin mənim onun yəni əgər çünki həm deyə`,
  uz: `men sen u uni unga biz siz ular bu buni bunga shu oʻsha oʻzi oʻzingiz oʻzingizni oʻz har hech barcha hamma baʼzi bir bitta va bilan yoki
    ammo lekin biroq esa ki ham uchun kabi koʻra qadar soʻng keyin oldin haqida haqidagi nima kim kimga kimning nega
    qanday qaysi qayerda qayerdan necha qancha birovning yana eng emas yoʻq bor mumkin sizning mening uning agar chunki
    boʻladi degan deb`,
  tr: `ben sen o onu ona biz siz onlar bu bunu buna şu kendi kendiniz kendinizi her hiç bütün bazı bir ve ile ya veya ama ancak fakat ise ki
    de da için gibi göre kadar sonra önce hakkında doğru ne kim kime kimin neden niçin nasıl hangi nerede nereden kaç daha
    çok en yok değil var mi mı mu mü sizde sizin benim onun yani eğer çünkü hem olur olmaz diye demek miyim`,
  kk: `мен сен сіз ол оны оған біз олар бұл мұны бұған осы сол өзі өзіңіз өзіңізді өз әр кез келген еш барлық кейбір бір және мен бен пен не
    немесе бірақ ал да де та те үшін сияқты бойынша дейін кейін соң бұрын туралы жөнінде қарай не нені кім кімге кімнің
    неге қалай қандай қай қайда қайдан қанша неше тағы ең емес жоқ бар болады болмайды енді деген деп сіздің менің оның яғни егер
    өйткені әрі арналған`,
  ky: `мен сен сиз ал аны ага биз алар бул муну буга ушул ошол өзү өзүңүз өзүңүздү өзүңүзгө өз ар эч бардык айрым бир жана менен же бирок да
    де дагы үчүн сыяктуу боюнча чейин кийин соң мурун тууралуу жөнүндө карай эмне ким кимге кимдин кантип кандай кайсы
    кайда кайдан канча нече эң эмес жок бар болот болбойт эми деген деп сиздин менин анын башкача эгер анткени башканын`,
  ru: `я ты он она оно мы вы они это этот эта эти тот та те себя себе сам сама свой каждый любой любому весь все всё и или
    а но да же ли бы не ни в во на с со к ко о об от до из у за по под над при про для без через между против после перед
    прежде что чем кто кому кого как какой какая почему зачем где куда откуда когда сколько ещё уже ваш ваша ваше мой его
    её их если потому лучше можно нет есть быть`,
  en: `i you he she it we they this that these those a an the my your his her its our their whom who whose what which why
    how where when any every each all some no not and or but if than then as of in on at to for from by with without
    about against before after into over under between is are was were be been do does did can could may might must will
    would shall should have has had itself yourself themselves`,
};

const folded = new Map<Locale, ReadonlySet<string>>();

/** True for a word that only joins others, in whichever spelling: Azerbaijani `üçün` and `ucun`, English `The`. */
export function isFunctionWord(locale: Locale, word: string): boolean {
  const known = folded.get(locale) ?? new Set(foldText(locale, words[locale]).split(/\s+/u));
  folded.set(locale, known);
  return known.has(foldText(locale, word));
}
