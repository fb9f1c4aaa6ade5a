namespace SocialOps.Responses.Text;

/// <summary>Folds one text, once through, left to right.</summary>
internal ref struct TextFolder(FoldedText target, bool plain)
{
    /// <summary>No word is longer: what is, counts as several. It bounds the work on one word.</summary>
    private const int LongestWord = 256;

    private TextSignals _signals;
    private WordTraits _traits = WordTraits.BeginsClause;
    private WordTraits _stretch;
    private int _wordStart = -1;
    private int _run;
    private int _digits;
    private int _singles;

    public void Fold(string text)
    {
        target.Add(' ', 0, 0);
        for (var i = 0; i < text.Length;)
        {
            var next = i + 1;
            var codePoint = (int)text[i];
            if (char.IsSurrogate(text[i]) && next < text.Length && char.IsSurrogatePair(text[i], text[next]))
            {
                codePoint = char.ConvertToUtf32(text[i], text[next++]);
            }

            LeaveStretch(text[i]);
            ref readonly var folded = ref FoldTable.Of(codePoint);
            switch (folded.Class)
            {
                case FoldClass.Word:
                    Letters(text, i, next, folded.Text);
                    break;
                case FoldClass.Symbol:
                    EndWord();
                    Symbol(folded.Text, i, next);
                    break;
                case FoldClass.Umlaut when _wordStart >= 0 && target.Chars[^1] is 'a' or 'o' or 'u':
                    target.Add('e', next - 1, next);
                    break;
                case FoldClass.Ignored or FoldClass.Umlaut:
                    if (_wordStart >= 0)
                    {
                        target.Extend(next);
                    }

                    break;
                default:
                    next = Separator(text, i);
                    break;
            }

            i = next;
        }

        EndWord();
        EndSingles();
        _signals.IsRepeat = target.WordCount > 1 && target.Words[0] is { Start: 1, End: 3 } && target.Chars[1] == 'r' && target.Chars[2] == 't' && target.Words[1].Traits.HasFlag(WordTraits.Mention);
        target.Signals = _signals;
    }

    private void Letters(string text, int start, int end, string letters)
    {
        if (_wordStart < 0)
        {
            (_wordStart, _run, _digits) = (target.Length, 0, 0);
            if (Disguise.BeginsLink(text, start))
            {
                _stretch = WordTraits.Link;
                _signals.Links++;
            }
        }

        if (char.IsLetter(text[start]))
        {
            _signals.Letters++;
            _signals.Capitals += char.IsUpper(text[start]) ? 1 : 0;
        }

        foreach (var letter in letters)
        {
            Letter(letter, start, end);
        }

        if (target.Length - _wordStart >= LongestWord)
        {
            EndWord();
        }
    }

    private void Letter(char letter, int start, int end)
    {
        _run = target.Length > _wordStart && target.Chars[^1] == letter ? _run + 1 : 1;
        var isDigit = char.IsAsciiDigit(letter);
        _digits += isDigit ? 1 : 0;
        if (_run >= 3 && !isDigit)
        {
            _signals.MayHide = true;
            if (!plain && _run == 3)
            {
                target.Cut(target.Length - 1); // "Dankeee" is "Danke"; as written it stays "Dankee", for "Hallllo"
            }

            target.Extend(end);
            return;
        }

        target.Add(letter, start, end);
    }

    private void Symbol(string symbol, int start, int end)
    {
        EndSingles();
        _wordStart = target.Length;
        foreach (var part in symbol)
        {
            target.Add(part, start, end);
        }

        CloseWord();
    }

    private int Separator(string text, int i)
    {
        if (Disguise.Emoticon(text, i, out var face) is var length and > 0)
        {
            EndWord();
            Symbol(face, i, i + length);
            return i + length;
        }

        if (_wordStart >= 0 || text[i] == '$')
        {
            if (Disguise.Stands(text, i) is { } meant)
            {
                _signals.MayHide = true;
                if (!plain)
                {
                    Disguised(meant, i);
                    return i + 1;
                }
            }
        }

        EndWord();
        _signals.Questions += text[i] == '?' ? 1 : 0;
        _signals.Exclamations += text[i] == '!' ? 1 : 0;
        _traits |= text[i] is '.' or ',' or ';' or ':' or '!' or '?' or '(' or ')' or '"' or '\n' or '|' or '\u2026' or '\u2013' or '\u2014' ? WordTraits.BeginsClause : WordTraits.None;
        if (text[i] == '@' && i + 1 < text.Length && (char.IsLetterOrDigit(text[i + 1]) || text[i + 1] == '_'))
        {
            _stretch = WordTraits.Mention;
        }

        return i + 1;
    }

    private void Disguised(char meant, int i)
    {
        if (_wordStart < 0)
        {
            (_wordStart, _run, _digits) = (target.Length, 0, 0);
        }

        if (meant == Disguise.Mask && target.Chars[^1] == Disguise.Mask)
        {
            target.Extend(i + 1);
            return;
        }

        _run = 0;
        target.Add(meant, i, i + 1);
    }

    private void LeaveStretch(char next)
    {
        if ((_stretch == WordTraits.Link && char.IsWhiteSpace(next)) || (_stretch == WordTraits.Mention && next != '_' && !char.IsLetterOrDigit(next)))
        {
            EndWord();
            _stretch = WordTraits.None;
        }
    }

    private void EndWord()
    {
        if (_wordStart < 0)
        {
            return;
        }

        var length = target.Length - _wordStart;
        if (_digits > 0 && length >= 4 && length - _digits >= 2)
        {
            _signals.MayHide = true;
            if (!plain)
            {
                target.Reveal(_wordStart);
            }
        }

        if (length == 1 && _digits == 0 && _stretch == WordTraits.None)
        {
            CloseWord();
            if (++_singles == LongestWord)
            {
                EndSingles();
            }

            return;
        }

        EndSingles();
        CloseWord();
    }

    private void CloseWord()
    {
        target.AddWord(new(_wordStart, target.Length, _traits | _stretch));
        target.Add(' ', target.OriginalEnd, target.OriginalEnd);
        (_wordStart, _traits) = (-1, WordTraits.None);
    }

    /// <summary>Four single letters in a row and more are one word: "i d i o t".</summary>
    private void EndSingles()
    {
        if (_singles >= 4)
        {
            _signals.MayHide = true;
            if (!plain)
            {
                var begun = target.Join(_singles);
                _wordStart = _wordStart < 0 ? -1 : begun;
            }
        }

        _singles = 0;
    }
}
