namespace SocialOps.AgencyFiles.Tests.Mistakes;

/// <summary>Mistakes that a room of the library finds in its own definition: the file says where they stand, the room says what.</summary>
public sealed class RoomMistakeTests
{
    [Theory]
    [InlineData("holidays: DE-HH", "holidays: DE-HX",
        "(23,15): error: calendars[office].holidayRegion:")]
    [InlineData("2026-09-18 14:00 to 18:00", "2026-09-18 18:00 to 14:00",
        "(28,13): error: calendars[office].breaks[0]:")]
    [InlineData("2026-09-18 14:00 to 18:00", "2026-03-29 02:30 to 18:00",
        "(28,13): warning: calendars[office].breaks[0]:")]
    [InlineData("turn: 1 week", "turn: 0 weeks",
        "(34,47): error: schedules[community].layers[days].rotation.length:")]
    [InlineData("people: [ada, ben], ", "people: [], ",
        "(34,21): warning: schedules[community].layers[days].rotation.participants:")]
    [InlineData("to 2026-04-07 09:00", "to 2026-04-01 09:00",
        "(39,23): error: schedules[community].overrides[easter].to:")]
    public void Read_WhatARoomFinds_StandsAtItsPlace(string right, string wrong, string place)
        => Mistake.Of(right, wrong).Should().ContainSingle().Which.Should().StartWith(place);
}
