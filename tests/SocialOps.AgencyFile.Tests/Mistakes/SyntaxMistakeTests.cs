namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes in what is not YAML, or YAML that is not read: each with its line, its column and its whole text.</summary>
public sealed class SyntaxMistakeTests
{
    [Theory]
    [InlineData("",
        "(1,1): error: the file is empty; begin it with 'agency: ' and the agency's name.")]
    [InlineData("# only\n",
        "(1,1): error: the file is empty; begin it with 'agency: ' and the agency's name.")]
    [InlineData("a: b: c",
        "(1,5): error: there is a second ': ' in this value, or its lines are indented as if it had keys; put a text with ': ' in quotes, or write the keys below.")]
    [InlineData("agency: x\n\tpeople: y",
        "(2,1): error: a tab indents this line; YAML takes spaces only.")]
    [InlineData("agency: 'x\npeople:",
        "(1,9): error: the quote that begins here is never closed; close it.")]
    [InlineData("agency: \"\\q\"",
        "(1,9): error: '\\' in double quotes begins an escape that does not exist; write '\\\\', or use single quotes.")]
    [InlineData("agency: {a: b",
        "(2,1): error: the '{' above is not closed; close it with '}', and put ',' between its keys.")]
    [InlineData("agency: [a, b\npeople: c",
        "(1,11): error: the '[' above is not closed; close it with ']', and put ',' between its values.")]
    [InlineData("people:\n  - a\n b: c",
        "(3,2): error: this line is not indented as the lines above it; give the keys of one block the same indentation.")]
    [InlineData("agency: @x",
        "(1,9): error: a value cannot begin with this character; put the value in quotes.")]
    [InlineData("agency: *x",
        "(1,9): error: the alias '*x' is not read; write its value here, or put a text that begins with '*' in quotes.")]
    [InlineData("agency: &x y",
        "(1,9): error: the anchor '&x' is not read; take it out, or put a text that begins with '&' in quotes.")]
    [InlineData("agency: !!str y",
        "(1,9): error: the tag 'tag:yaml.org,2002:str' is not read; take it out, or put a text that begins with '!' in quotes.")]
    [InlineData("agency: x\n---\nagency: y",
        "(2,1): error: a second document begins here; one file holds one agency. Take the '---' out.")]
    [InlineData("agency: x\n  b: c\n c: 2\n",
        "(2,4): error: there is a second ': ' in this value, or its lines are indented as if it had keys; put a text with ': ' in quotes, or write the keys below.")]
    [InlineData("agency: x\u0001",
        "(1,10): error: the character U+0001 cannot stand in a text; take it out.")]
    [InlineData("- a",
        "(1,1): error: a list stands where the agency's block of keys belongs.")]
    [InlineData("agency",
        "(1,1): error: 'agency' stands where the agency's block of keys belongs.")]
    [InlineData("? [a]\n: b\nagency: x",
        "(1,3): error: a list cannot be a key; write a word.")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "(1,34): error: the file is nested more than 32 levels deep; no agency needs that. Look for a bracket or an indentation too many.")]
    [InlineData("agency: x\nagency: y",
        "(2,1): error: 'agency' stands here twice, first in line 1; keep one.")]
    public void Read_Text_SaysWhereAndHow(string yaml, string findings)
        => AgencyFile.Read(yaml).Findings.Should().Equal(findings.Split('\n'), (finding, text) => finding.ToString() == text);
}
