namespace SocialOps.AgencyFiles.Yaml;

/// <summary>What stands at one place of the file.</summary>
internal abstract record Node(Position At)
{
    /// <summary>The node's kind in a person's words.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value.</summary>
internal sealed record TextNode(Position At, string Text, bool IsPlain) : Node(At)
{
    private const int ShownLength = 60;

    public override string Kind => "a single value";

    /// <summary>Whether nothing is written there.</summary>
    public bool IsNothing => IsPlain && Text is "" or "~" or "null" or "Null" or "NULL";

    /// <summary>The value as messages show it: one line, shortened.</summary>
    public string Shown => Show(Text);

    /// <summary>The place of a character of the value, where it stands in one line.</summary>
    public Position After(int offset) => IsPlain && !Text.Contains('\n', StringComparison.Ordinal) ? At with { Column = At.Column + offset } : At;

    public static string Show(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= ShownLength ? line : $"{line[..ShownLength]}...";
    }
}

/// <summary>A list.</summary>
internal sealed record ListNode(Position At, IReadOnlyList<Node> Items) : Node(At)
{
    public override string Kind => "a list";
}

/// <summary>Keys with values.</summary>
internal sealed record MapNode(Position At, IReadOnlyList<MapEntry> Entries, bool IsInline) : Node(At)
{
    public override string Kind => "a block of keys";
}

/// <summary>Something that was reported already; whoever meets it goes on in silence.</summary>
internal sealed record BrokenNode(Position At) : Node(At)
{
    public override string Kind => "something unreadable";
}

/// <summary>One key with its value.</summary>
internal sealed record MapEntry(TextNode Key, Node Value);
