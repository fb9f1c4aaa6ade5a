using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SocialOps.AgencyFiles.Yaml;

/// <summary>
/// Reads a YAML text into nodes with places, from the parser's events. A subset on purpose: one document, keys are texts, no anchors, aliases or tags, and a bounded depth,
/// so that a small file never becomes a large tree.
/// </summary>
internal sealed class YamlTree
{
    private const int MaxDepth = 32;
    private readonly string _text;
    private readonly Report _report;
    private readonly Parser _parser;

    private YamlTree(string text, Report report)
        => (_text, _report, _parser) = (text, report, new Parser(new Scanner(new StringReader(text), skipComments: true)));

    private ParsingEvent Current => _parser.Current!;

    /// <summary>The document's root, or <see langword="null"/> with a finding.</summary>
    public static Node? Read(string text, Report report)
    {
        var tree = new YamlTree(text, report);
        try
        {
            return tree.ReadDocument();
        }
        catch (UnreadableYamlException e)
        {
            report.Error("", e.At, e.Message);
            return null;
        }
    }

    private Node? ReadDocument()
    {
        Next();
        if (Next() is StreamEnd)
        {
            _report.Error("", new(1, 1), "the file is empty; begin it with 'agency: ' and the agency's name.");
            return null;
        }

        Next();
        var root = ReadNode(0);
        Next();
        if (Next() is DocumentStart second)
        {
            throw new UnreadableYamlException(At(second.Start), "a second document begins here; one file holds one agency. Take the '---' out.");
        }

        return root;
    }

    /// <summary>Reads the node whose event is current and leaves its last event current.</summary>
    private Node ReadNode(int depth)
    {
        var at = At(Current.Start);
        if (depth > MaxDepth)
        {
            throw new UnreadableYamlException(at, $"the file is nested more than {MaxDepth} levels deep; no agency needs that. Look for a bracket or an indentation too many.");
        }

        if (Current is AnchorAlias alias)
        {
            _report.Error("", at, $"the alias '*{alias.Value}' is not read; write its value here, or put a text that begins with '*' in quotes.");
            return new BrokenNode(at);
        }

        if (Current is NodeEvent { Anchor.IsEmpty: false } anchored)
        {
            _report.Error("", at, $"the anchor '&{anchored.Anchor.Value}' is not read; take it out, or put a text that begins with '&' in quotes.");
        }

        if (Current is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            _report.Error("", at, $"the tag '{tagged.Tag.Value}' is not read; take it out, or put a text that begins with '!' in quotes.");
        }

        return Current switch
        {
            Scalar scalar => new TextNode(at, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => ReadList(at, depth),
            MappingStart map => ReadMap(at, map.Style == MappingStyle.Flow, depth),
            _ => throw new UnreadableYamlException(at, SyntaxAdvice.For("did not find expected node content")),
        };
    }

    private ListNode ReadList(Position at, int depth)
    {
        var items = new List<Node>();
        while (Next() is not SequenceEnd)
        {
            items.Add(ReadNode(depth + 1));
        }

        return new(at, items);
    }

    private MapNode ReadMap(Position at, bool isInline, int depth)
    {
        var entries = new List<MapEntry>();
        while (Next() is not MappingEnd)
        {
            var key = ReadNode(depth + 1);
            Next();
            var value = ReadNode(depth + 1);
            if (key is TextNode text)
            {
                entries.Add(new(text, value));
            }
            else if (key is not BrokenNode)
            {
                _report.Error("", key.At, $"{key.Kind} cannot be a key; write a word.");
            }
        }

        return new(at, entries, isInline);
    }

    private ParsingEvent Next()
    {
        try
        {
            return _parser.MoveNext() ? Current : throw new UnreadableYamlException(new(1, 1), "the file ends too early.");
        }
        catch (YamlException e)
        {
            var tab = e.Message.Contains("tab", StringComparison.Ordinal) ? SyntaxAdvice.FirstTab(_text) : null;
            throw new UnreadableYamlException(tab ?? At(e.Start), SyntaxAdvice.For(e.Message));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or IndexOutOfRangeException or NullReferenceException)
        {
            // The parser loses its way in some broken flow collections.
            throw new UnreadableYamlException(_parser.Current is { } last ? At(last.End) : new(1, 1), SyntaxAdvice.For("did not find expected ',' or ']'"));
        }
    }

    private static Position At(Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class UnreadableYamlException(Position at, string message) : Exception(message)
    {
        public Position At { get; } = at;
    }
}
