// Documents to test with: node generate.mjs hostile|large FOLDER [NUMBER]
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [kind, folder, number = "10000"] = process.argv.slice(2);

const ATTACKS = [
  "</script><script>window.broken=1</script>",
  "<img src=x onerror=\"window.broken=1\">",
  "]]><svg onload=window.broken=1>",
  "{{constructor.constructor('window.broken=1')()}} ${window.broken=1} <%= 1 %>",
  "<!--<script>", "--><script>window.broken=1</script>", "</title></style></textarea><iframe srcdoc='<script>parent.broken=1</script>'>",
  "<base href=//example.invalid/><b>", "&lt;script&gt;window.broken=1&lt;/script&gt; &#60;img&#62;", "javascript:window.broken=1",
  "\u2028window.broken=1\u2029 😀 \u202e \u0007 \ufeff",
];

function hostile() {
  ATTACKS.forEach((attack, at) => {
    const title = `${attack} Hội nghị năm 2020`;
    const text = `${title}\n\n30/06/2020 17:00\n\nNăm 2019, ${attack} đã ban hành 16 kế hoạch ${attack}.\n` +
      `Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho tập thể ${attack} năm 2018. Theo Quyết định số 1034/QĐ-UBND ${attack}.\n${attack}\n`;
    write(`${at}`, text);
  });
  write("'\"><img src=x onerror=broken=1>&amp;`${1}`", "Ban hành 3 kế hoạch.");
  write("__proto__", "Ban hành 4 kế hoạch.");
  write("100% #c1?q=1&b", "Ban hành 5 kế hoạch.");
  write("😀 không dấu", "😀😀 Ban hành 6 kế hoạch 😀.");
  write("trống", "");
}

const SENTENCES = [
  "Đã ban hành # nghị quyết, # chỉ thị và # kế hoạch, tăng #% so với năm %.", "Toàn tỉnh có #.### mô hình “Dân vận khéo”, trong đó có ### mô hình mới.",
  "Năm %, Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen cho # tập thể và ## cá nhân.", "Thực hiện Quyết định số ###/QĐ-UBND ngày ##/#/%, đã hỗ trợ #.### hộ.",
  "Lớp học nằm bên bờ suối, chiều nào cũng vang tiếng trẻ đọc bài dưới tán cây.", "Các đại biểu thảo luận sôi nổi về cách giữ gìn nghề dệt truyền thống của địa phương.",
  "Mưa lớn kéo dài khiến nước sông dâng cao, lực lượng dân quân giúp dân chuyển đồ đạc.", "Năm %: tặng ## Giấy khen; năm %: tặng Cờ thi đua cho # đơn vị.",
];

function large() {
  let state = 7;
  const dice = (sides) => (state = (state * 48271) % 2147483647) % sides;
  for (let at = 0; at < Number(number); at += 1) {
    const lines = Array.from({ length: 30 }, () => SENTENCES[dice(SENTENCES.length)].replace(/[#%]/g, (sign) => (sign === "#" ? 1 + dice(9) : 2010 + dice(15))));
    const year = 2012 + dice(12);
    write(join(String(year), `${at}`), `Hội nghị sơ kết công tác lần thứ ${at}\n\n${1 + dice(28)}/${1 + dice(12)}/${year} 08:00\n\n${lines.join("\n")}\n`);
  }
}

const made = new Set();

function write(name, text) {
  const path = join(folder, `${name}.txt`);
  const parent = join(path, "..");
  if (!made.has(parent)) mkdirSync(parent, { recursive: true });
  made.add(parent);
  writeFileSync(path, text);
}

({ hostile, large })[kind]();
