import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  ageText,
  agoText,
  bytesText,
  countText,
  distanceText,
  quantityText,
} from '../../words/amounts.js';
import { en } from '../../words/en.js';
import { ko } from '../../words/ko.js';
import { codeWord, ofBoth, placeText, setLanguage, word } from '../../words/words.js';

const ROOT = new URL('../../', import.meta.url);

test('bothLanguagesHaveTheSameKeys', () => {
  assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
});

test('bothLanguagesFillTheSameValues', () => {
  const names = (/** @type {string} */ text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort();
  for (const [key, text] of Object.entries(ko)) {
    assert.deepEqual(names(text), names(/** @type {Record<string, string>} */ (en)[key]), key);
  }
});

test('englishHasNoHangulAndNothingIsEmpty', () => {
  for (const [key, text] of Object.entries(en)) assert.doesNotMatch(text, /[가-힣]/, key);
  for (const [key, text] of Object.entries({ ...ko, ...en })) assert.notEqual(text.trim(), '', key);
});

test('everyKeyInTheMarkupExists', () => {
  for (const name of readdirSync(new URL('page/', ROOT)).filter((file) => file.endsWith('.html'))) {
    const html = readFileSync(new URL(`page/${name}`, ROOT), 'utf8');
    for (const [, key] of html.matchAll(/data-(?:word|label)="([^"]+)"/g))
      assert.ok(key in ko, `${name}: ${key}`);
    assert.doesNotMatch(html, / style=| on\w+=|<script(?![^>]*src=)/, `${name} keeps to the CSP`);
  }
});

test('codesOfTheWireHaveWordsAndUnknownOnesStayThemselves', () => {
  setLanguage('ko');
  assert.equal(codeWord('kind', 'fire'), '화재');
  assert.equal(codeWord('kind', 'newKind'), 'newKind');
  assert.equal(codeWord('kind', 'toString'), 'toString');
  assert.equal(codeWord('outcome', null), '');
});

test('aBilingualRecordSpeaksThePagesLanguage', () => {
  const both = { ko: '합류', en: 'joined' };
  setLanguage('en');
  assert.equal(ofBoth(both), 'joined');
  setLanguage('ko');
  assert.equal(ofBoth(both), '합류');
  assert.equal(ofBoth(null), '');
});

test('valuesGoIntoTheSentenceAndAreNotFilledAgain', () => {
  setLanguage('ko');
  assert.equal(word('panel.rule', { rule: '{version}', version: 3 }), '규칙 {version} v3');
});

test('agesUseTheTwoLargestUnits', () => {
  setLanguage('ko');
  assert.equal(ageText(9_900), '9초');
  assert.equal(ageText(130_000), '2분 10초');
  assert.equal(ageText(3_600_000), '1시간 0분');
  assert.equal(ageText(90_000_000), '1일 1시간');
  assert.equal(ageText(-500), '0초');
  assert.equal(ageText(NaN), '–');
  assert.equal(agoText(130_000), '2분 10초 전');
  assert.equal(agoText(300), '방금');
});

test('amountsCarryTheirUnit', () => {
  assert.equal(quantityText('waterLevelM', 3.42), '3.42 m');
  assert.equal(quantityText('rain1hMm', 60), '60 mm');
  assert.equal(quantityText('pm25Ugm3', 75.26), '75 µg/m³');
  assert.equal(quantityText('soilMoisturePct', 17.638), '17.6 %');
  assert.equal(quantityText('batteryPct', 87.4), '87 %');
  assert.equal(quantityText('o3Ppm', 0.1234), '0.123 ppm');
  assert.equal(quantityText('waterLevelM', 12.345), '12.35 m');
  assert.equal(quantityText('temperatureC', -0.04), '0 ℃');
  assert.equal(quantityText('gustMps', 21), '21 m/s');
  assert.equal(quantityText('temperatureC', -12), '-12 ℃');
  assert.equal(quantityText('pm10Ugm3', 150), '150 µg/m³');
  assert.equal(bytesText(98_765_432), '99 MB');
  assert.equal(bytesText(10_737_418_240), '10.7 GB');
  assert.equal(countText(1_234_567), '1,234,567');
  assert.equal(distanceText(120.4), '120 m');
  assert.equal(distanceText(1500), '1.5 km');
  assert.equal(distanceText(305_280), '305 km');
});

test('aPlaceTheCityNamedIsSaidInEnglishAndACallersStaysAsItIs', () => {
  setLanguage('en');
  assert.equal(placeText({ place: '백년교', placeEn: 'Baengnyeon bridge' }), 'Baengnyeon bridge');
  assert.equal(placeText({ place: '인계동 1042' }), '인계동 1042');
  assert.equal(placeText({ place: null }), 'place unknown');
  setLanguage('ko');
  assert.equal(placeText({ place: '백년교', placeEn: 'Baengnyeon bridge' }), '백년교');
});
