namespace SocialOps.Relational.Sql;

/// <summary>Numbers the texts of a catalogue as they are written down.</summary>
internal sealed class SqlList
{
    private readonly List<SqlText> _texts = [];

    public IReadOnlyList<SqlText> Texts => _texts;

    /// <param name="parameters">Names with blanks between them, in the order of binding.</param>
    /// <param name="text">The statement.</param>
    public SqlText Add(string parameters, string text)
    {
        var sql = new SqlText(_texts.Count, text, parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        _texts.Add(sql);
        return sql;
    }
}
