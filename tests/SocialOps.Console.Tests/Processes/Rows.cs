using Microsoft.Data.Sqlite;

namespace SocialOps.Console.Tests.Processes;

/// <summary>Reads a database that its process has closed.</summary>
internal static class Rows
{
    /// <summary>The first column of a query, as texts.</summary>
    public static IReadOnlyList<string> Texts(this string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
