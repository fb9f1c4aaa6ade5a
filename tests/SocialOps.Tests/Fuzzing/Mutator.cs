using System.Globalization;
using System.Text;

namespace SocialOps.Tests.Fuzzing;

/// <summary>Changes texts by chance: cuts, doubles, mixes, and puts in what parsers stumble over. Now and then the text grows to tens of thousands of characters.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Pieces =
    [
        "\"", "'", "{", "}", "[", "]", ":", ",", ";", "=", "\\", "/", "\n", "\r\n", "\r", "\t", " ", "\0", "{{", "}}", "{{author}}", "{{author|", "<", ">", "&", "%s", "$1", "-", "+", "0", "-1", "1e999", "99999999999999999999",
        "\u202e", "\u200b", "\u200d", "\ufeff", "\u0301", "\u0345\u0300", "\ud800", "\udc00", "😀", "👩‍👩‍👧‍👦", "ß", "İ", "ı", "ﷺ", "ℌ", "а", "ｆ", "\u2028", "\uffff", "null", "true", "\\u0000", "\\ud800", "@", "#", "http://", "www.",
        "BEGIN:VEVENT", "END:VEVENT", "RRULE:FREQ=DAILY;COUNT=99999999", "DTSTART:20260101T000000Z", "DTSTART;TZID=Nowhere/Land:20260329T023000", "9999-12-31T23:59:59Z", "0000-00-00", "24:00", "ja", "nein", "ok", "-- ", "> ",
    ];

    private readonly Random _random = new(seed);

    public string Mutate(IReadOnlyList<string> corpus)
    {
        var text = new StringBuilder(corpus[_random.Next(corpus.Count)]);
        for (var edits = _random.Next(3) == 0 ? _random.Next(2, 8) : 1; edits > 0; edits--)
        {
            Edit(text, corpus);
        }

        return text.ToString();
    }

    private void Edit(StringBuilder text, IReadOnlyList<string> corpus)
    {
        var at = _random.Next(text.Length + 1);
        var length = _random.Next(Math.Min(_random.Next(4) == 0 ? 200 : 6, text.Length - at) + 1);
        switch (_random.Next(9))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1 or 2 or 3:
                text.Insert(at, Pieces[_random.Next(Pieces.Length)]);
                break;
            case 4:
                text.Insert(at, text.ToString(at, length));
                break;
            case 5:
                var other = corpus[_random.Next(corpus.Count)];
                text.Insert(at, other[_random.Next(other.Length)..]);
                break;
            case 6 when text.Length > 0:
                text[_random.Next(text.Length)] = (char)_random.Next(_random.Next(3) == 0 ? char.MaxValue : 128);
                break;
            case 7 when _random.Next(40) == 0:
                text.Insert(at, Repeat(Pieces[_random.Next(Pieces.Length)], _random.Next(40_000)));
                break;
            default:
                text.Insert(at, _random.Next().ToString(CultureInfo.InvariantCulture));
                break;
        }
    }

    internal static string Repeat(string piece, int length) => new StringBuilder().Insert(0, piece, (length / piece.Length) + 1).ToString();
}
