/// Names people bear in many places, kept in groups so that a given name meets a family name it could live with.
///
/// Romanised where the script isn't Latin. Each name is common; a pair that names somebody is chance.
enum SampleNames {
  struct Group: Sendable {
    let given: [String]
    let family: [String]

    init(_ given: String, _ family: String) {
      self.given = given.split(separator: " ").map { $0.replacingUnderscores() }
      self.family = family.split(separator: " ").map { $0.replacingUnderscores() }
    }
  }

  /// A name of one word, as is usual in parts of Indonesia, Myanmar and southern India.
  static let single = [
    "Suharyanti", "Wulandari", "Kusnadi", "Hardjono", "Pratiwi", "Thiri", "Mahalakshmi", "Senthamarai", "Yudhistira", "Purnomo",
  ]

  static let groups: [Group] = [
    Group("Amara Chidi Ngozi Obinna Adaeze Emeka Ifeoma Kelechi", "Okonjo Nwachukwu Eze Obi Umeh Anyanwu Onuoha Ibekwe"),
    Group("Kwabena Abena Kofi Esi Yaw Akosua Nana_Ama", "Asante Boateng Mensah Owusu Adomako Quartey Tetteh"),
    Group("Wanjiru Kamau Njeri Otieno Achieng Mwangi", "Kariuki Ochieng Wekesa Mutua Kiplagat Ndungu"),
    Group("Thandiwe Sipho Nomvula Lerato Themba Zanele", "Dlamini Mokoena Nkosi van_der_Westhuizen Khumalo Sithole"),
    Group("Selamawit Dawit Hiwot Tewodros Bethlehem", "Gebremariam Tesfaye Woldemichael Abebe Haile"),
    Group("Layla Youssef Salma Karim Nour Tariq Rania Idris", "Al-Mansouri Haddad Benali El-Amrani Khoury Qasim Bouzid Saleh"),
    Group("Shirin Dariush Parisa Kaveh Niloufar Arash", "Tehranchi Moradi Farahani Shahbazi Rostami Golzar"),
    Group("Defne Emre Zeynep Kerem Elif Çağlar İpek", "Yıldız Öztürk Şahin Kılıç Güneş Aydın Çelik"),
    Group("Tamar Eitan Noa Yael Amit Shira", "Ben-Shalom Peretz Mizrahi Avrahami Shaked Dayan"),
    Group(
      "Ananya Rohan Meera Arjun Kavita Vikram Ishaan Lakshmi", "Iyer Deshpande Chatterjee Nambiar Kulkarni Bhattacharya Reddy"),
    Group("Farhana Imran Nusrat Zahid Sadia", "Chowdhury Rahman Siddiqui Qureshi Hossain Malik"),
    Group("Meilin Haoran Yuxuan Jingyi Zhihao Xiaotong Wenjie Ruoxi", "Ouyang Zhang Liu Chen Huang Xu Zhou Tang Shen Lü"),
    Group(
      "Hiroto Sakura Yūto Aoi Kenta Haruka Ryōta Misaki",
      "Takemoto Hayashida Ōnishi Fujikawa Nakagome Kitamura "
        + "Shimabukuro"),
    Group("Seo-yeon Min-jun Ji-woo Hye-jin Tae-hyun Eun-bi", "Kwon Baek Namgung Shin Jeong Yoon Hwang"),
    Group("Thu_Hương Minh_Quân Ngọc_Anh Đức_Long Bảo_Châu", "Nguyễn Trần Phạm Huỳnh Vũ Đặng"),
    Group("Nattapong Siriporn Kanokwan Thanawat", "Rattanasirivilai Chaiwong Srisuwan Phromma"),
    Group("Maria_Liwayway Jomar Analyn Crisanto", "Dimaculangan Macaraeg Bautista Pangilinan Salonga"),
    Group("Aroha Tāne Mereana Wiremu Leilani Sione", "Ngata Tūroa Parata Faleolo Kealoha Taufa"),
    Group("Lucía Mateo Ximena Joaquín Renata Ángel", "Quiñones Ibáñez_Morales Cárdenas Fuentealba Zúñiga Villaseñor"),
    Group("Illari Nayra Amaru Sayri", "Mamani Quispe Condori Choque"),
    Group("Beatriz João Inês Thiago Luíza Caetano", "Gonçalves Magalhães Figueiredo Assunção Vasconcelos Brandão"),
    Group("Camille Étienne Maëlle Thibault Solène Loïc", "Desrosiers Lefèvre Béranger Guérin Charpentier Nédélec"),
    Group("Giulia Matteo Chiara Niccolò Benedetta", "Lombardini Ferrante D'Ambrosio Castellani Zanardi"),
    Group("Anneliese Jürgen Käthe Björn Friederike", "Müllerschön Großmann Vogelsang Krämer Weißenfels"),
    Group("Maarten Femke Joris Saskia", "van_den_Berghe de_Ruijter Hoekstra Verbruggen"),
    Group("Åsa Søren Ingrid Håkon Freyja Þórdís Øystein", "Lindqvist Bjørnstad Sørensen Ekström Ásgeirsdóttir Hagström"),
    Group("Aino Väinö Päivi Jüri Kadri", "Mäkeläinen Korhonen Hämäläinen Tõnisson Kärner"),
    Group("Agnieszka Łukasz Zofia Paweł Małgorzata", "Wiśniewska Dąbrowski Źródłowski Kamińska Wróbel"),
    Group("Zdeněk Kateřina Ondřej Ľubica Želmíra", "Dvořáček Šimánek Nováková Horváthová Říha"),
    Group("Réka Gergő Zsófia Bálint", "Szűcs Kőszegi Horváth Vörösmarty Nagy"),
    Group("Ioana Ștefan Mădălina Răzvan", "Popescu Țurcanu Brătescu Ionescu"),
    Group("Jelena Đorđe Milica Stjepan Nikolina", "Petrović Kovačević Đurić Živković Horvat"),
    Group("Oksana Taras Solomiya Bohdan Yaroslava", "Shevchuk Kovalenko Bondarenko Hrytsenko Melnyk"),
    Group("Eleni Stavros Despina Nikos", "Papadimitriou Katsaros Vlachou Konstantinidis"),
    Group("Ailbhe Ciarán Siobhán Eoin Rhiannon", "Ó_Súilleabháin Ní_Dhomhnaill Gallagher Llewellyn MacAllister"),
    Group("Nizhoni Takoda Winona Joseph", "Begay Yellowhorse Whitefeather Tsosie Cardinal"),
    Group("Rosalind Desmond Imogen Clarence Winifred", "Ashworth Thistlewood Pemberton Hargreaves Featherstonehaugh"),
  ]
}

extension Substring {
  fileprivate func replacingUnderscores() -> String {
    String(map { $0 == "_" ? " " : $0 })
  }
}
